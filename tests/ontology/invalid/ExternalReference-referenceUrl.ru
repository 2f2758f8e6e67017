# breaks shape:ExternalReference-referenceUrl
DELETE { id:example-external-reference sov:referenceUrl ?value }
INSERT { id:example-external-reference sov:referenceUrl "https://example.org/news" }
WHERE { id:example-external-reference sov:referenceUrl ?value }
