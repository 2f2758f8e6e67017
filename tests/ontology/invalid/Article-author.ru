# breaks shape:Article-author
DELETE { article:example dcterms:creator ?value }
INSERT { article:example dcterms:creator ?other }
WHERE { article:example dcterms:creator ?value BIND (IRI("https://example.org/") AS ?other) }
