# breaks shape:Quantity-quantityMax
DELETE { id:example-quantity-bounds sov:quantityMax ?value }
INSERT { id:example-quantity-bounds sov:quantityMax ?other }
WHERE { id:example-quantity-bounds sov:quantityMax ?value BIND (xsd:double(?value) AS ?other) }
