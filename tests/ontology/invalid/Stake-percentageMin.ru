# breaks shape:Stake-percentageMin
DELETE { id:example-stake-range sov:percentageMin ?value }
INSERT { id:example-stake-range sov:percentageMin ?other }
WHERE { id:example-stake-range sov:percentageMin ?value BIND (xsd:double(?value) AS ?other) }
