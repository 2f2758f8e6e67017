# breaks shape:Derivation-rule
DELETE WHERE { id:example-discrepancy-wording sov:rule ?value }
