# breaks shape:Stake-noStakeIsNegated
DELETE { id:example-stake-unstated sov:status ?value }
INSERT { id:example-stake-unstated sov:status sov:Negated }
WHERE { id:example-stake-unstated sov:status ?value }
