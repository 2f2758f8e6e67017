# breaks shape:Entity-mentioned shape:Mention-mentions
DELETE WHERE { id:example-mention-ville sov:mentions ?value }
