# breaks shape:Withdrawal-withdrawnOn
DELETE { id:example-withdrawal sov:withdrawnOn ?value }
INSERT { id:example-withdrawal sov:withdrawnOn ?other }
WHERE { id:example-withdrawal sov:withdrawnOn ?value BIND (STR(?value) AS ?other) }
