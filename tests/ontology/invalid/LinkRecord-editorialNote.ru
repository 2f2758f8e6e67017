# breaks shape:LinkRecord-editorialNote
INSERT DATA { id:example-link-nuagex skos:editorialNote "made up" }
