# breaks shape:Stake-polarity
INSERT DATA { id:example-stake-unstated sov:polarity sov:Jobs }
