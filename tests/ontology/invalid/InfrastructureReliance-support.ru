# breaks shape:InfrastructureReliance-support
DELETE WHERE { id:example-security sov:provider ?value }
