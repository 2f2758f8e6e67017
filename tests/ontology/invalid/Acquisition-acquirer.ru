# breaks shape:Acquisition-acquirer
INSERT DATA { id:example-acquisition-done sov:acquirer id:example-ville }
