# breaks shape:Operation-acquirer
INSERT DATA { id:example-operation sov:acquirer id:example-ville }
