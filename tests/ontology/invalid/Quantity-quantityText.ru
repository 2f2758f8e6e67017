# breaks shape:Quantity-quantityText
DELETE { id:example-quantity-bounds sov:quantityText ?value }
INSERT { id:example-quantity-bounds sov:quantityText ?other }
WHERE { id:example-quantity-bounds sov:quantityText ?value BIND (STR(?value) AS ?other) }
