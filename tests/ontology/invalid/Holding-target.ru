# breaks shape:Holding-target
INSERT DATA { id:example-holding sov:target id:example-ville }
