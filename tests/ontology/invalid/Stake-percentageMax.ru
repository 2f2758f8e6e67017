# breaks shape:Stake-percentageMax
DELETE { id:example-stake-bounds sov:percentageMax ?value }
INSERT { id:example-stake-bounds sov:percentageMax ?other }
WHERE { id:example-stake-bounds sov:percentageMax ?value BIND (xsd:double(?value) AS ?other) }
