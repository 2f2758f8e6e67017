# breaks shape:LinkRecord-linkCandidate shape:LinkRecord-matchStated
INSERT DATA { id:example-link-nuagex sov:linkCandidate "Q3" }
