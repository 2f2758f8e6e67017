# breaks shape:Condition-status
DELETE { id:example-condition sov:status ?value }
INSERT { id:example-condition sov:status sov:Jobs }
WHERE { id:example-condition sov:status ?value }
