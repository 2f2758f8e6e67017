# breaks shape:Siting-operator
INSERT DATA { id:example-siting sov:operator id:example-ville }
