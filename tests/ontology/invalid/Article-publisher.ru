# breaks shape:Article-publisher
DELETE { article:example dcterms:publisher ?value }
INSERT { article:example dcterms:publisher ?other }
WHERE { article:example dcterms:publisher ?value BIND (IRI("https://example.org/") AS ?other) }
