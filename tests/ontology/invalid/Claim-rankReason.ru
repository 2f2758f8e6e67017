# breaks shape:Claim-rankReason
DELETE { id:example-stake-exact sov:rankReason ?value }
INSERT { id:example-stake-exact sov:rankReason ?other }
WHERE { id:example-stake-exact sov:rankReason ?value BIND (STR(?value) AS ?other) }
