# breaks shape:Acquisition-alsoTakesOver
DELETE { id:example-acquisition sov:alsoTakesOver ?value }
INSERT { id:example-acquisition sov:alsoTakesOver ?other }
WHERE { id:example-acquisition sov:alsoTakesOver ?value BIND (STR(?value) AS ?other) }
