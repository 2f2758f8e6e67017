# breaks shape:LinkRecord-linkConfidence
INSERT DATA { id:example-link-nuagex sov:linkConfidence "sure" }
