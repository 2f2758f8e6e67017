# breaks shape:Condition-conditionKind
DELETE { id:example-condition sov:conditionKind ?value }
INSERT { id:example-condition sov:conditionKind sov:Jobs }
WHERE { id:example-condition sov:conditionKind ?value }
