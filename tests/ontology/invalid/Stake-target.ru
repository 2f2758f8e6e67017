# breaks shape:Stake-target
DELETE WHERE { id:example-stake-unstated sov:target ?value }
