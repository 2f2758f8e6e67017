# breaks shape:Claim-type
INSERT DATA { id:example-opinion-demand a sov:Claim }
