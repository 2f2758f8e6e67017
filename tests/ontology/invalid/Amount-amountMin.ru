# breaks shape:Amount-amountMin
DELETE { id:example-amount-both sov:amountMin ?value }
INSERT { id:example-amount-both sov:amountMin ?other }
WHERE { id:example-amount-both sov:amountMin ?value BIND (xsd:double(?value) AS ?other) }
