# breaks shape:ExternalGraph-license
DELETE { id:example-external-graph dcterms:license ?value }
INSERT { id:example-external-graph dcterms:license <https://creativecommons.org/licenses/by/4.0/> }
WHERE { id:example-external-graph dcterms:license ?value }
