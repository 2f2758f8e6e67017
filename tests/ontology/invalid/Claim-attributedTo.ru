# breaks shape:Claim-attributedTo shape:Claim-firstSpeaker
INSERT DATA { id:example-opinion-demand sov:attributedTo article:example }
