# breaks shape:Stake-majority
DELETE WHERE { id:example-stake-majority sov:percentageExclusiveMin ?value }
