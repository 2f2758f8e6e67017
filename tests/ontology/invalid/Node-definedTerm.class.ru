# breaks shape:Node-definedTerm
INSERT DATA { id:example-spell a sov:Spell }
