# breaks shape:RoleHolding-organization
DELETE WHERE { id:example-role-chief sov:organization ?value }
