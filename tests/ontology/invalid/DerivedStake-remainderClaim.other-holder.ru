# breaks shape:DerivedStake-remainderClaim
DELETE { id:example-derivedstake sov:holder ?value }
INSERT { id:example-derivedstake sov:holder id:example-etat }
WHERE { id:example-derivedstake sov:holder ?value }
