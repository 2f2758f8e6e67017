# breaks shape:Stake-noSelfHolding
INSERT DATA { id:example-attelage org:hasMember id:example-fonds }
