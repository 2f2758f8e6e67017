# breaks shape:DerivedStake-product
DELETE { id:example-derivedstake-through sov:derivedPercentage ?value }
INSERT { id:example-derivedstake-through sov:derivedPercentage 13.0 }
WHERE { id:example-derivedstake-through sov:derivedPercentage ?value }
