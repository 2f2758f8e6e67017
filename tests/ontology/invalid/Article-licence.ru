# breaks shape:Article-licence
DELETE { article:example dcterms:license ?value }
INSERT { article:example dcterms:license ?other }
WHERE { article:example dcterms:license ?value BIND (STR(?value) AS ?other) }
