# breaks shape:Stake-range
DELETE WHERE { id:example-stake-range sov:percentageMin ?least ; sov:percentageExclusiveMax ?most }
