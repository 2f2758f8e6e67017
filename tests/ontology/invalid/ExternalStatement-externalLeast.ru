# breaks shape:ExternalStatement-externalLeast
DELETE { id:example-external-owned sov:externalLeast ?value }
INSERT { id:example-external-owned sov:externalLeast -1.0 }
WHERE { id:example-external-owned sov:externalLeast ?value }
