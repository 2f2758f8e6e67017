# breaks shape:Acquisition-soldStake
INSERT DATA { id:example-acquisition-done sov:soldStake id:example-ville }
