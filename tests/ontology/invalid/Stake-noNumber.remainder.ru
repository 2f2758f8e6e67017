# breaks shape:Stake-noNumber
INSERT DATA { id:example-stake-remainder sov:percentageMax 34.0 }
