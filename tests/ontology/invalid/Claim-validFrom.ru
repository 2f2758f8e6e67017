# breaks shape:Claim-validFrom
INSERT DATA { id:example-opinion-demand sov:validFrom id:example-ville }
