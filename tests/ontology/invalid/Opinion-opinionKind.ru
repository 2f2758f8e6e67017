# breaks shape:Opinion-opinionKind
DELETE { id:example-opinion-demand sov:opinionKind ?value }
INSERT { id:example-opinion-demand sov:opinionKind sov:Jobs }
WHERE { id:example-opinion-demand sov:opinionKind ?value }
