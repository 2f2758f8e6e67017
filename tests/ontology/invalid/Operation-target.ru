# breaks shape:Operation-target
INSERT DATA { id:example-operation sov:target id:example-ville }
