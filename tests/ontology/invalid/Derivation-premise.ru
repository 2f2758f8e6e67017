# breaks shape:Derivation-premise
DELETE WHERE { id:example-discrepancy-wording sov:premise ?value }
