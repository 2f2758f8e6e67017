# breaks shape:Entity-sameAs
INSERT DATA { id:example-brumax owl:sameAs wd:Q3 }
