# breaks shape:ExternalStatement-externalMost
DELETE { id:example-external-owned sov:externalMost ?value }
INSERT { id:example-external-owned sov:externalMost 100.5 }
WHERE { id:example-external-owned sov:externalMost ?value }
