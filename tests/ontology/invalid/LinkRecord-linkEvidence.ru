# breaks shape:LinkRecord-linkEvidence
DELETE { id:example-link-nuagex sov:linkEvidence ?value }
INSERT { id:example-link-nuagex sov:linkEvidence ?other }
WHERE { id:example-link-nuagex sov:linkEvidence ?value BIND (IRI("https://example.org/") AS ?other) }
