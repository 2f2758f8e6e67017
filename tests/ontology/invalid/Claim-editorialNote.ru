# breaks shape:Claim-editorialNote
INSERT DATA { id:example-opinion-demand skos:editorialNote "made up" }
