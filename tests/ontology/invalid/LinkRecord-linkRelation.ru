# breaks shape:LinkRecord-linkRelation
INSERT DATA { id:example-link-nuagex sov:linkRelation skos:broadMatch }
