# breaks shape:Derivation-type
INSERT DATA { id:example-discrepancy-wording a sov:Derivation }
