# breaks shape:Withdrawal-withdrawalReason
DELETE { id:example-withdrawal sov:withdrawalReason ?value }
INSERT { id:example-withdrawal sov:withdrawalReason ?other }
WHERE { id:example-withdrawal sov:withdrawalReason ?value BIND (STR(?value) AS ?other) }
