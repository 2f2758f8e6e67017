# breaks shape:Entity-matchRecorded
INSERT DATA { id:example-deltix skos:exactMatch wd:Q4 }
