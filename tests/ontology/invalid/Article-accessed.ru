# breaks shape:Article-accessed
DELETE { article:example sov:accessed ?value }
INSERT { article:example sov:accessed ?other }
WHERE { article:example sov:accessed ?value BIND (STR(?value) AS ?other) }
