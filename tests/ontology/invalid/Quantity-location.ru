# breaks shape:Quantity-location
INSERT DATA { id:example-quantity-bounds sov:location id:example-ada }
