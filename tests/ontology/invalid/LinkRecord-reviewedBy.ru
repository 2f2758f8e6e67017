# breaks shape:LinkRecord-reviewedBy
DELETE { id:example-link-nuagex sov:reviewedBy ?value }
INSERT { id:example-link-nuagex sov:reviewedBy ?other }
WHERE { id:example-link-nuagex sov:reviewedBy ?value BIND (IRI("https://example.org/") AS ?other) }
