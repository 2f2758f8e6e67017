# breaks shape:Entity-matchRecorded
INSERT DATA { id:example-cirus skos:exactMatch wd:Q2 }
