# breaks shape:Claim-rankHasReason
DELETE WHERE { id:example-stake-exact sov:rankReason ?value }
