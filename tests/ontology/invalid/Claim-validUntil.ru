# breaks shape:Claim-validUntil
INSERT DATA { id:example-opinion-demand sov:validUntil id:example-ville }
