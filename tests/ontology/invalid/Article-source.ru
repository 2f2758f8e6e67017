# breaks shape:Article-source
DELETE { article:example dcterms:source ?value }
INSERT { article:example dcterms:source ?other }
WHERE { article:example dcterms:source ?value BIND (STR(?value) AS ?other) }
