# breaks shape:ExternalReference-referencePart
DELETE { id:example-external-reference sov:referencePart ?value }
INSERT { id:example-external-reference sov:referencePart "yesterday" }
WHERE { id:example-external-reference sov:referencePart ?value }
