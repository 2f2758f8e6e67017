# breaks shape:ServiceInclusion-status
DELETE { id:example-inclusion sov:status ?value }
INSERT { id:example-inclusion sov:status sov:Jobs }
WHERE { id:example-inclusion sov:status ?value }
