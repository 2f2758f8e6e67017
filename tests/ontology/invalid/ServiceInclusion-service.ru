# breaks shape:ServiceInclusion-service
DELETE WHERE { id:example-inclusion sov:service ?value }
