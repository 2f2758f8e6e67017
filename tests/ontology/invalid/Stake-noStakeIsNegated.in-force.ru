# breaks shape:Stake-noStakeIsNegated
DELETE { id:example-stake-none sov:status ?value }
INSERT { id:example-stake-none sov:status sov:InForce }
WHERE { id:example-stake-none sov:status ?value }
