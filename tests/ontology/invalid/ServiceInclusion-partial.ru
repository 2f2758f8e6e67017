# breaks shape:ServiceInclusion-partial
DELETE { id:example-inclusion sov:partial ?value }
INSERT { id:example-inclusion sov:partial ?other }
WHERE { id:example-inclusion sov:partial ?value BIND ("yes" AS ?other) }
