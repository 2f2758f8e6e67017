# breaks shape:RoleHolding-status
DELETE { id:example-role-chief sov:status ?value }
INSERT { id:example-role-chief sov:status sov:Jobs }
WHERE { id:example-role-chief sov:status ?value }
