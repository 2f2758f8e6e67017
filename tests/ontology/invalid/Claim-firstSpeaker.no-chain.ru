# breaks shape:Claim-firstSpeaker
INSERT DATA { id:example-opinion-demand sov:attributedTo id:example-ada }
