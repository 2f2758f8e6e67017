# breaks shape:Quantity-quantityValue
DELETE { id:example-quantity sov:quantityValue ?value }
INSERT { id:example-quantity sov:quantityValue ?other }
WHERE { id:example-quantity sov:quantityValue ?value BIND (xsd:double(?value) AS ?other) }
