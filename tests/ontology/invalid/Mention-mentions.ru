# breaks shape:Mention-mentions
INSERT DATA { id:example-mention-ville sov:mentions article:example }
