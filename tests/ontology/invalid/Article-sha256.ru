# breaks shape:Article-sha256
DELETE { article:example-2 sov:sha256 ?value }
INSERT { article:example-2 sov:sha256 ?other }
WHERE { article:example-2 sov:sha256 ?value BIND ("1234" AS ?other) }
