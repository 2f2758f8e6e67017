# breaks shape:DerivedStake-derivedPercentage
DELETE WHERE { id:example-derivedstake sov:derivedPercentage ?value }
