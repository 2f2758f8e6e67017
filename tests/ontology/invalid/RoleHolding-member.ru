# breaks shape:RoleHolding-member
DELETE WHERE { id:example-role-chief sov:member ?value }
