# breaks shape:LinkRecord-linkMethod
DELETE { id:example-link-nuagex sov:linkMethod ?value }
INSERT { id:example-link-nuagex sov:linkMethod ?other }
WHERE { id:example-link-nuagex sov:linkMethod ?value BIND (IRI("https://example.org/") AS ?other) }
