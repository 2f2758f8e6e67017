# breaks shape:Claim-evidence
DELETE WHERE { id:example-stake-unstated sov:evidence ?value }
