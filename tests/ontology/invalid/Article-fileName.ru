# breaks shape:Article-fileName
DELETE { article:example-2 sov:fileName ?value }
INSERT { article:example-2 sov:fileName ?other }
WHERE { article:example-2 sov:fileName ?value BIND (STRLANG(?value, "fr") AS ?other) }
