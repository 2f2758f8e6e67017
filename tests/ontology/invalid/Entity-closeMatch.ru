# breaks shape:Entity-closeMatch shape:Entity-matchRecorded
INSERT DATA { id:example-brumax skos:closeMatch "Q3" }
