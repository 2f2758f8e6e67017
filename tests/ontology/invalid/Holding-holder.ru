# breaks shape:Holding-holder
INSERT DATA { id:example-holding sov:holder id:example-ville }
