# breaks shape:Claim-firstSpeaker
DELETE WHERE { id:example-stake-told sov:attributedTo ?value }
