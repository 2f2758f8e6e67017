# breaks shape:Stake-noSelfHolding
DELETE { id:example-stake-unstated sov:holder ?value }
INSERT { id:example-stake-unstated sov:holder id:example-fonds }
WHERE { id:example-stake-unstated sov:holder ?value }
