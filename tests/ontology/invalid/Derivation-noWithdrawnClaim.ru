# breaks shape:Derivation-noWithdrawnClaim
DELETE { id:example-withdrawal sov:withdraws ?value }
INSERT { id:example-withdrawal sov:withdraws id:example-announcement-report }
WHERE { id:example-withdrawal sov:withdraws ?value }
