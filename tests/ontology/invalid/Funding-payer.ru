# breaks shape:Funding-payer
INSERT DATA { id:example-funding sov:payer id:example-ville }
