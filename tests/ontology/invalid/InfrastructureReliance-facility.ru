# breaks shape:InfrastructureReliance-facility
INSERT DATA { id:example-hosting sov:facility id:example-ville }
