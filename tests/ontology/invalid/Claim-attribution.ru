# breaks shape:Claim-attribution
INSERT DATA { id:example-opinion-demand sov:attribution id:example-ville }
