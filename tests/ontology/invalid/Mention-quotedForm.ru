# breaks shape:Mention-quotedForm
DELETE { id:example-mention-ville sov:surfaceForm ?value }
INSERT { id:example-mention-ville sov:surfaceForm "Exemple" }
WHERE { id:example-mention-ville sov:surfaceForm ?value }
