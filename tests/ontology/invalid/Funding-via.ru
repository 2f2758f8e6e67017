# breaks shape:Funding-via
INSERT DATA { id:example-funding sov:via id:example-ville }
