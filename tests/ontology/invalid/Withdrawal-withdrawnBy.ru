# breaks shape:Withdrawal-withdrawnBy
DELETE { id:example-withdrawal sov:withdrawnBy ?value }
INSERT { id:example-withdrawal sov:withdrawnBy ?other }
WHERE { id:example-withdrawal sov:withdrawnBy ?value BIND (IRI("https://example.org/") AS ?other) }
