# breaks shape:LinkRecord-linkSubject
INSERT DATA { id:example-link-nuagex sov:linkSubject article:example }
