# breaks shape:InfrastructureReliance-relianceKind
DELETE { id:example-hosting sov:relianceKind ?value }
INSERT { id:example-hosting sov:relianceKind sov:Jobs }
WHERE { id:example-hosting sov:relianceKind ?value }
