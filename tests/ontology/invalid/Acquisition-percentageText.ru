# breaks shape:Acquisition-percentageText
DELETE { id:example-acquisition sov:percentageText ?value }
INSERT { id:example-acquisition sov:percentageText ?other }
WHERE { id:example-acquisition sov:percentageText ?value BIND (STR(?value) AS ?other) }
