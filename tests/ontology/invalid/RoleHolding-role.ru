# breaks shape:RoleHolding-role
DELETE { id:example-role-chief sov:role ?value }
INSERT { id:example-role-chief sov:role sov:Jobs }
WHERE { id:example-role-chief sov:role ?value }
