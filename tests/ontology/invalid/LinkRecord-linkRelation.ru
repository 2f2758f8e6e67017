# breaks shape:LinkRecord-linkRelation shape:LinkRecord-matchStated
INSERT DATA { id:example-link-nuagex sov:linkRelation skos:broadMatch }
