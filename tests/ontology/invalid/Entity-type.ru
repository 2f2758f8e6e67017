# breaks shape:Entity-type
INSERT DATA { id:example-ville a sov:Entity }
