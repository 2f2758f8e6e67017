# breaks shape:ExternalDate-inOrder
DELETE WHERE { id:example-external-start sov:earliest ?value }
