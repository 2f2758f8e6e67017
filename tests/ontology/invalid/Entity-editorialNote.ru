# breaks shape:Entity-editorialNote
INSERT DATA { id:example-brumax skos:editorialNote "made up" }
