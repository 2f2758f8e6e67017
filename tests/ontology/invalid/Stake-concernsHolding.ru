# breaks shape:Stake-concernsHolding shape:Stake-holding
INSERT DATA { id:example-stake-unstated sov:concernsHolding id:example-ville }
