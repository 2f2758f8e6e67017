# breaks shape:DerivedStake-holder
DELETE WHERE { id:example-derivedstake sov:holder ?value }
