# breaks shape:DerivedStake-sum
DELETE { id:example-derivedstake sov:derivedPercentage ?value }
INSERT { id:example-derivedstake sov:derivedPercentage 33.3 }
WHERE { id:example-derivedstake sov:derivedPercentage ?value }
