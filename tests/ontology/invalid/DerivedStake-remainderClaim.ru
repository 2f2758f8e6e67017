# breaks shape:DerivedStake-remainderClaim
DELETE DATA { id:example-derivedstake sov:premise id:example-stake-remainder }
