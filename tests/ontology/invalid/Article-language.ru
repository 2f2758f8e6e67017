# breaks shape:Article-language
DELETE { article:example-2 dcterms:language ?value }
INSERT { article:example-2 dcterms:language ?other }
WHERE { article:example-2 dcterms:language ?value BIND ("French!" AS ?other) }
