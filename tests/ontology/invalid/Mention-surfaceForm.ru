# breaks shape:Mention-surfaceForm
DELETE { id:example-mention-ville sov:surfaceForm ?value }
INSERT { id:example-mention-ville sov:surfaceForm ?other }
WHERE { id:example-mention-ville sov:surfaceForm ?value BIND (STRLANG(?value, "fr") AS ?other) }
