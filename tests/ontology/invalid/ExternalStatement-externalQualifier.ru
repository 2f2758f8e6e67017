# breaks shape:ExternalStatement-externalQualifier
DELETE { id:example-external-owned sov:externalQualifier ?value }
INSERT { id:example-external-owned sov:externalQualifier "in force" }
WHERE { id:example-external-owned sov:externalQualifier ?value }
