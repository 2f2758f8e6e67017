# breaks shape:InfrastructureReliance-status
DELETE { id:example-hosting sov:status ?value }
INSERT { id:example-hosting sov:status sov:Jobs }
WHERE { id:example-hosting sov:status ?value }
