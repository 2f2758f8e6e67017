# breaks shape:ExternalStatement-externalDate
DELETE { id:example-external-inception sov:externalDate ?value }
INSERT { id:example-external-inception sov:externalDate id:example-external-reference }
WHERE { id:example-external-inception sov:externalDate ?value }
