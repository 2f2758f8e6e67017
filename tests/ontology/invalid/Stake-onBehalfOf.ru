# breaks shape:Stake-onBehalfOf
INSERT DATA { id:example-stake-unstated sov:onBehalfOf id:example-ville }
