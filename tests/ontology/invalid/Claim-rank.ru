# breaks shape:Claim-rank
DELETE { id:example-stake-exact sov:rank ?value }
INSERT { id:example-stake-exact sov:rank sov:Jobs }
WHERE { id:example-stake-exact sov:rank ?value }
