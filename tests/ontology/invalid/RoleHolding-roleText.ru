# breaks shape:RoleHolding-roleText
DELETE { id:example-role-chief sov:roleText ?value }
INSERT { id:example-role-chief sov:roleText ?other }
WHERE { id:example-role-chief sov:roleText ?value BIND (STR(?value) AS ?other) }
