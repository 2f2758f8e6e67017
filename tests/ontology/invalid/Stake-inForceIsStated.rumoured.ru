# breaks shape:Stake-inForceIsStated
DELETE { id:example-stake-unstated sov:modality ?value }
INSERT { id:example-stake-unstated sov:modality sov:Rumoured }
WHERE { id:example-stake-unstated sov:modality ?value }
