# breaks shape:ExternalStatement-externalPercentage shape:ExternalStatement-interval
DELETE { id:example-external-owned sov:externalPercentage ?value }
INSERT { id:example-external-owned sov:externalPercentage 144.4 }
WHERE { id:example-external-owned sov:externalPercentage ?value }
