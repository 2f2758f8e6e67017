# breaks shape:ExternalReference-referenceItem
DELETE { id:example-external-reference sov:referenceItem ?value }
INSERT { id:example-external-reference sov:referenceItem "Q3" }
WHERE { id:example-external-reference sov:referenceItem ?value }
