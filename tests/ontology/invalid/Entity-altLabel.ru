# breaks shape:Entity-altLabel
INSERT DATA { id:example-brumax skos:altLabel "made up" }
