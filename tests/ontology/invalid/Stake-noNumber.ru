# breaks shape:Stake-noNumber
INSERT DATA { id:example-stake-unstated sov:percentageMin 5.0 }
