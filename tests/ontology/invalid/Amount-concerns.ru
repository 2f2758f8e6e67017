# breaks shape:Amount-concerns
INSERT DATA { id:example-amount-words sov:concerns article:example }
