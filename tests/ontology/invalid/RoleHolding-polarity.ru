# breaks shape:RoleHolding-polarity
DELETE { id:example-role-chief sov:polarity ?value }
INSERT { id:example-role-chief sov:polarity sov:Jobs }
WHERE { id:example-role-chief sov:polarity ?value }
