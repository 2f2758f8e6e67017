# breaks shape:ExternalRecord-retrievedAt
DELETE { id:example-external-nuagex sov:retrievedAt ?value }
INSERT { id:example-external-nuagex sov:retrievedAt "2024-01-02"^^xsd:date }
WHERE { id:example-external-nuagex sov:retrievedAt ?value }
