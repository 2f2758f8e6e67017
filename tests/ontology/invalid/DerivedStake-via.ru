# breaks shape:DerivedStake-via
INSERT DATA { id:example-derivedstake sov:via id:example-ville }
