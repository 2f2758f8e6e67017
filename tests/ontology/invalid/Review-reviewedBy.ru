# breaks shape:Review-reviewedBy
DELETE { id:example-review sov:reviewedBy ?value }
INSERT { id:example-review sov:reviewedBy ?other }
WHERE { id:example-review sov:reviewedBy ?value BIND (IRI("https://example.org/") AS ?other) }
