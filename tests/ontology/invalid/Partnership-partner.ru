# breaks shape:Partnership-partner
DELETE DATA { id:example-partnership sov:partner id:example-cirus }
