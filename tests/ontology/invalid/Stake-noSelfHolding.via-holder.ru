# breaks shape:Stake-noSelfHolding
DELETE { id:example-stake-unstated sov:holder ?value }
INSERT { id:example-stake-unstated sov:holder id:example-etat }
WHERE { id:example-stake-unstated sov:holder ?value } ;
INSERT DATA { id:example-stake-unstated sov:via id:example-etat }
