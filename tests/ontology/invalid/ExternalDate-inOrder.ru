# breaks shape:ExternalDate-inOrder
DELETE { id:example-external-start sov:earliest ?value }
INSERT { id:example-external-start sov:earliest "2013-01-01"^^xsd:date }
WHERE { id:example-external-start sov:earliest ?value }
