# breaks shape:DerivedStake-asOf
DELETE WHERE { id:example-derivedstake sov:asOf ?value }
