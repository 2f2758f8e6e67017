# breaks shape:Stake-majority
INSERT DATA { id:example-stake-majority sov:percentageMin 51.0 }
