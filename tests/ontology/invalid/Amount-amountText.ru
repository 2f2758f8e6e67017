# breaks shape:Amount-amountText
DELETE { id:example-amount-words sov:amountText ?value }
INSERT { id:example-amount-words sov:amountText ?other }
WHERE { id:example-amount-words sov:amountText ?value BIND (STR(?value) AS ?other) }
