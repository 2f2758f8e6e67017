# breaks shape:DerivedStake-derivedMin
DELETE WHERE { id:example-derivedstake sov:derivedMin ?value }
