# breaks shape:DerivedStake-sum
DELETE { id:example-derivedstake sov:derivedMax ?value }
INSERT { id:example-derivedstake sov:derivedMax 34.0 }
WHERE { id:example-derivedstake sov:derivedMax ?value }
