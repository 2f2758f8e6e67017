# breaks shape:Claim-firstSpeaker
DELETE { id:example-stake-told sov:attributedTo ?value }
INSERT { id:example-stake-told sov:attributedTo id:example-gazette }
WHERE { id:example-stake-told sov:attributedTo ?value }
