# breaks shape:Stake-status
DELETE { id:example-stake-unstated sov:status ?value }
INSERT { id:example-stake-unstated sov:status sov:Jobs }
WHERE { id:example-stake-unstated sov:status ?value }
