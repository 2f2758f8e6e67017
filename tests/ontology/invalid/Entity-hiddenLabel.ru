# breaks shape:Entity-hiddenLabel
INSERT DATA { id:example-brumax skos:hiddenLabel "made up" }
