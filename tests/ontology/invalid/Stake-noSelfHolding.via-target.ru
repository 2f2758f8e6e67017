# breaks shape:Stake-noSelfHolding
INSERT DATA { id:example-stake-unstated sov:via id:example-fonds }
