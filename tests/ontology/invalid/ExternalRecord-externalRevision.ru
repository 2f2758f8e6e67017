# breaks shape:ExternalRecord-externalRevision
DELETE { id:example-external-nuagex sov:externalRevision ?value }
INSERT { id:example-external-nuagex sov:externalRevision 0 }
WHERE { id:example-external-nuagex sov:externalRevision ?value }
