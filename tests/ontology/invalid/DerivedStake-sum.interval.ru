# breaks shape:DerivedStake-sum
DELETE { id:example-derivedstake sov:derivedMin ?value }
INSERT { id:example-derivedstake sov:derivedMin 33.4 }
WHERE { id:example-derivedstake sov:derivedMin ?value }
