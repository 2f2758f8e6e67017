# breaks shape:TechnologyUse-status
DELETE { id:example-technology-use sov:status ?value }
INSERT { id:example-technology-use sov:status sov:Jobs }
WHERE { id:example-technology-use sov:status ?value }
