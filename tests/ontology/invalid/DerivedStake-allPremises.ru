# breaks shape:DerivedStake-allPremises
DELETE DATA { id:example-derivedstake sov:premise id:example-stake-second } ;
DELETE { id:example-derivedstake sov:derivedPercentage ?value }
INSERT { id:example-derivedstake sov:derivedPercentage 55.6 }
WHERE { id:example-derivedstake sov:derivedPercentage ?value } ;
DELETE { id:example-derivedstake sov:derivedMin ?value }
INSERT { id:example-derivedstake sov:derivedMin 55.55 }
WHERE { id:example-derivedstake sov:derivedMin ?value } ;
DELETE { id:example-derivedstake sov:derivedMax ?value }
INSERT { id:example-derivedstake sov:derivedMax 55.65 }
WHERE { id:example-derivedstake sov:derivedMax ?value }
