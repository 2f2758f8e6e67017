# breaks shape:Merger-cause
DELETE { id:example-merger sov:cause ?value }
INSERT { id:example-merger sov:cause ?other }
WHERE { id:example-merger sov:cause ?value BIND (STR(?value) AS ?other) }
