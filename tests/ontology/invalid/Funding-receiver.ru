# breaks shape:Funding-receiver
INSERT DATA { id:example-funding sov:receiver id:example-ville }
