# breaks shape:Review-reviewedOn
DELETE { id:example-review sov:reviewedOn ?value }
INSERT { id:example-review sov:reviewedOn ?other }
WHERE { id:example-review sov:reviewedOn ?value BIND (STR(?value) AS ?other) }
