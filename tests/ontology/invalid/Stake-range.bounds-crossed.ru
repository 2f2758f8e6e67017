# breaks shape:Stake-range
DELETE { id:example-stake-range sov:percentageMin ?value }
INSERT { id:example-stake-range sov:percentageMin 31.0 }
WHERE { id:example-stake-range sov:percentageMin ?value }
