# breaks shape:Stake-stakeBasis
DELETE { id:example-stake-unstated sov:stakeBasis ?value }
INSERT { id:example-stake-unstated sov:stakeBasis sov:Jobs }
WHERE { id:example-stake-unstated sov:stakeBasis ?value }
