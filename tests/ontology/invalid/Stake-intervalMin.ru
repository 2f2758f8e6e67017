# breaks shape:Stake-intervalMin
INSERT DATA { id:example-stake-rounded sov:intervalMin "43.5"@en }
