# breaks shape:Stake-interest
DELETE { id:example-stake-unstated sov:interest ?value }
INSERT { id:example-stake-unstated sov:interest sov:Jobs }
WHERE { id:example-stake-unstated sov:interest ?value }
