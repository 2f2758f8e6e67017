# breaks shape:ServiceInclusion-initiative
DELETE WHERE { id:example-inclusion sov:initiative ?value }
