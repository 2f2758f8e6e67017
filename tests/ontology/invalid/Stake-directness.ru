# breaks shape:Stake-directness
DELETE { id:example-stake-unstated sov:directness ?value }
INSERT { id:example-stake-unstated sov:directness sov:Jobs }
WHERE { id:example-stake-unstated sov:directness ?value }
