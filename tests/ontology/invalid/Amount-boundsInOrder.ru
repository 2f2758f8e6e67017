# breaks shape:Amount-boundsInOrder
DELETE { id:example-amount-both sov:amountMin ?value }
INSERT { id:example-amount-both sov:amountMin 900000000.0 }
WHERE { id:example-amount-both sov:amountMin ?value }
