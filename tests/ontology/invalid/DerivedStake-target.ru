# breaks shape:DerivedStake-target
DELETE WHERE { id:example-derivedstake sov:target ?value }
