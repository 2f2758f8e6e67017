# breaks shape:Partnership-about
INSERT DATA { id:example-partnership sov:about article:example }
