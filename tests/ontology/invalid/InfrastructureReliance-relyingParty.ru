# breaks shape:InfrastructureReliance-relyingParty
DELETE WHERE { id:example-hosting sov:relyingParty ?value }
