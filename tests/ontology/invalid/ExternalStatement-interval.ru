# breaks shape:ExternalStatement-interval
DELETE { id:example-external-owned sov:externalPercentage ?value }
INSERT { id:example-external-owned sov:externalPercentage 50.0 }
WHERE { id:example-external-owned sov:externalPercentage ?value }
