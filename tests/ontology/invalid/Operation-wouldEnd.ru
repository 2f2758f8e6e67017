# breaks shape:Operation-wouldEnd
INSERT DATA { id:example-operation sov:wouldEnd id:example-acquisition }
