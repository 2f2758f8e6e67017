# breaks shape:Quantity-quantityMin
DELETE { id:example-quantity-bounds sov:quantityMin ?value }
INSERT { id:example-quantity-bounds sov:quantityMin ?other }
WHERE { id:example-quantity-bounds sov:quantityMin ?value BIND (xsd:double(?value) AS ?other) }
