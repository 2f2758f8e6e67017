# breaks shape:ExternalGraph-source
DELETE WHERE { id:example-external-graph dcterms:source ?value }
