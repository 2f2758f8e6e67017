# breaks shape:Entity-mentioned
DELETE { id:example-mention-ville sov:mentions ?value }
INSERT { id:example-mention-ville sov:mentions id:example-ada }
WHERE { id:example-mention-ville sov:mentions ?value }
