# breaks shape:DerivedStake-derivedMax
DELETE WHERE { id:example-derivedstake sov:derivedMax ?value }
