# breaks shape:InfrastructureReliance-provider
INSERT DATA { id:example-hosting sov:provider id:example-ville }
