# breaks shape:Acquisition-seller
INSERT DATA { id:example-acquisition-done sov:seller id:example-ville }
