# breaks shape:Siting-status
DELETE { id:example-siting sov:status ?value }
INSERT { id:example-siting sov:status sov:Jobs }
WHERE { id:example-siting sov:status ?value }
