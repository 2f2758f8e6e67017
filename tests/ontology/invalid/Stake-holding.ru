# breaks shape:Stake-holding
DELETE { id:example-holding sov:holder ?value }
INSERT { id:example-holding sov:holder id:example-deltix }
WHERE { id:example-holding sov:holder ?value }
