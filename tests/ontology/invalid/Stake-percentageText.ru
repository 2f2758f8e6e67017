# breaks shape:Stake-percentageText
DELETE { id:example-stake-approximate sov:percentageText ?value }
INSERT { id:example-stake-approximate sov:percentageText ?other }
WHERE { id:example-stake-approximate sov:percentageText ?value BIND (STR(?value) AS ?other) }
