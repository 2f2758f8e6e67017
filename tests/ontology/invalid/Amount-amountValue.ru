# breaks shape:Amount-amountValue
DELETE { id:example-amount sov:amountValue ?value }
INSERT { id:example-amount sov:amountValue ?other }
WHERE { id:example-amount sov:amountValue ?value BIND (xsd:double(?value) AS ?other) }
