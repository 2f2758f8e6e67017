# breaks shape:Stake-via
INSERT DATA { id:example-stake-unstated sov:via id:example-ville }
