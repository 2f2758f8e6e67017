# breaks shape:Article-title
DELETE { article:example dcterms:title ?value }
INSERT { article:example dcterms:title ?other }
WHERE { article:example dcterms:title ?value BIND (IRI("https://example.org/") AS ?other) }
