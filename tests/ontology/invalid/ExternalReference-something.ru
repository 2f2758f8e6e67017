# breaks shape:ExternalReference-something
DELETE { id:example-external-reference ?property ?value }
WHERE { id:example-external-reference ?property ?value FILTER (?property != rdf:type) }
