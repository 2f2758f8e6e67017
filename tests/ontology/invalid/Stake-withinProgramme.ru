# breaks shape:Stake-withinProgramme
INSERT DATA { id:example-stake-unstated sov:withinProgramme id:example-ville }
