# breaks shape:Operation-changeToCome
INSERT DATA { id:example-operation sov:wouldGive id:example-stake-exact }
