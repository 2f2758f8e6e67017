# breaks shape:LinkRecord-linkLabel
DELETE { id:example-link-nuagex sov:linkLabel ?value }
INSERT { id:example-link-nuagex sov:linkLabel ?other }
WHERE { id:example-link-nuagex sov:linkLabel ?value BIND (IRI("https://example.org/") AS ?other) }
