# breaks shape:ExternalStatement-externalReference
DELETE { id:example-external-owned sov:externalReference ?value }
INSERT { id:example-external-owned sov:externalReference id:example-external-start }
WHERE { id:example-external-owned sov:externalReference ?value }
