# breaks shape:ExternalStatement-externalPoint
DELETE { id:example-external-owned sov:externalPoint ?value }
INSERT { id:example-external-owned sov:externalPoint id:example-external-reference }
WHERE { id:example-external-owned sov:externalPoint ?value }
