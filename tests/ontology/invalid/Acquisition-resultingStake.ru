# breaks shape:Acquisition-resultingStake
INSERT DATA { id:example-acquisition-done sov:resultingStake id:example-ville }
