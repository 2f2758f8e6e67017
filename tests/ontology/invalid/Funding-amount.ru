# breaks shape:Funding-amount
INSERT DATA { id:example-funding sov:amount id:example-ville }
