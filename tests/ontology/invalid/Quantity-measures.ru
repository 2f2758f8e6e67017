# breaks shape:Quantity-measures
DELETE { id:example-quantity-bounds sov:measures ?value }
INSERT { id:example-quantity-bounds sov:measures sov:Tweet }
WHERE { id:example-quantity-bounds sov:measures ?value }
