# breaks shape:Operation-mergingParty
INSERT DATA { id:example-operation-merger sov:mergingParty id:example-ville }
