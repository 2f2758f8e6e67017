# breaks shape:Condition-cause
DELETE { id:example-condition sov:cause ?value }
INSERT { id:example-condition sov:cause ?other }
WHERE { id:example-condition sov:cause ?value BIND (STR(?value) AS ?other) }
