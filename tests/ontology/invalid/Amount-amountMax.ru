# breaks shape:Amount-amountMax
DELETE { id:example-amount-both sov:amountMax ?value }
INSERT { id:example-amount-both sov:amountMax ?other }
WHERE { id:example-amount-both sov:amountMax ?value BIND (xsd:double(?value) AS ?other) }
