# breaks shape:Stake-percentageExclusiveMin
DELETE { id:example-stake-bounds sov:percentageExclusiveMin ?value }
INSERT { id:example-stake-bounds sov:percentageExclusiveMin ?other }
WHERE { id:example-stake-bounds sov:percentageExclusiveMin ?value BIND (xsd:double(?value) AS ?other) }
