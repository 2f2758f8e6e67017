# breaks shape:ExternalStatement-externalEnd
DELETE { id:example-external-owned sov:externalEnd ?value }
INSERT { id:example-external-owned sov:externalEnd id:example-external-reference }
WHERE { id:example-external-owned sov:externalEnd ?value }
