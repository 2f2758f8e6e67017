# breaks shape:Node-definedTerm
INSERT DATA { id:example-rule a sov:Rule ; sov:colour "blue" }
