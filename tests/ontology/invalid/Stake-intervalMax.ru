# breaks shape:Stake-intervalMax
INSERT DATA { id:example-stake-rounded sov:intervalMax "44.5"@en }
