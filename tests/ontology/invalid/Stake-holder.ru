# breaks shape:Stake-holder
DELETE WHERE { id:example-stake-unstated sov:holder ?value }
