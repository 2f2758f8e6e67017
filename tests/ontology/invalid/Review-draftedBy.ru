# breaks shape:Review-draftedBy
DELETE { id:example-review sov:draftedBy ?value }
INSERT { id:example-review sov:draftedBy ?other }
WHERE { id:example-review sov:draftedBy ?value BIND (IRI("https://example.org/") AS ?other) }
