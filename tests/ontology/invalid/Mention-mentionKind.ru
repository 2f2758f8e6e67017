# breaks shape:Mention-mentionKind
DELETE { id:example-mention-ville sov:mentionKind ?value }
INSERT { id:example-mention-ville sov:mentionKind sov:Jobs }
WHERE { id:example-mention-ville sov:mentionKind ?value }
