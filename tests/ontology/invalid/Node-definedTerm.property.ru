# breaks shape:Node-definedTerm
INSERT DATA { id:example-rule-holding sov:colour "blue" }
