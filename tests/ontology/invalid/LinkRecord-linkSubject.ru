# breaks shape:LinkRecord-linkSubject shape:LinkRecord-matchStated
INSERT DATA { id:example-link-nuagex sov:linkSubject article:example }
