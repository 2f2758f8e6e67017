# breaks shape:ExternalStatement-externalStart
DELETE { id:example-external-owned sov:externalStart ?value }
INSERT { id:example-external-owned sov:externalStart id:example-external-reference }
WHERE { id:example-external-owned sov:externalStart ?value }
