# breaks shape:Quantity-concerns
INSERT DATA { id:example-quantity-bounds sov:concerns article:example }
