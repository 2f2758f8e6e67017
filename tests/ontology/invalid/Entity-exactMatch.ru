# breaks shape:Entity-exactMatch shape:Entity-matchRecorded
INSERT DATA { id:example-brumax skos:exactMatch "Q3" }
