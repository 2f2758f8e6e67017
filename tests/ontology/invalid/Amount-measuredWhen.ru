# breaks shape:Amount-measuredWhen
INSERT DATA { id:example-amount-words sov:measuredWhen id:example-ville }
