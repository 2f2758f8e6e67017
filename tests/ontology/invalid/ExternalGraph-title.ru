# breaks shape:ExternalGraph-title
INSERT DATA { id:example-external-graph dcterms:title "other"@en }
