# breaks shape:Stake-percentageExclusiveMax
DELETE { id:example-stake-range sov:percentageExclusiveMax ?value }
INSERT { id:example-stake-range sov:percentageExclusiveMax ?other }
WHERE { id:example-stake-range sov:percentageExclusiveMax ?value BIND (xsd:double(?value) AS ?other) }
