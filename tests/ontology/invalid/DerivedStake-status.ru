# breaks shape:DerivedStake-status
DELETE WHERE { id:example-derivedstake sov:status ?value }
