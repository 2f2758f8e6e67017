# breaks shape:Operation-wouldGive
INSERT DATA { id:example-operation sov:wouldGive id:example-acquisition }
