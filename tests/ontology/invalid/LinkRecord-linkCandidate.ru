# breaks shape:LinkRecord-linkCandidate
INSERT DATA { id:example-link-nuagex sov:linkCandidate "Q3" }
