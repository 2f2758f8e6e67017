# breaks shape:Quantity-boundsInOrder
DELETE { id:example-quantity-bounds sov:quantityMin ?value }
INSERT { id:example-quantity-bounds sov:quantityMin 30.0 }
WHERE { id:example-quantity-bounds sov:quantityMin ?value }
