# breaks shape:Kinship-kinshipKind
DELETE { id:example-kinship sov:kinshipKind ?value }
INSERT { id:example-kinship sov:kinshipKind sov:Jobs }
WHERE { id:example-kinship sov:kinshipKind ?value }
