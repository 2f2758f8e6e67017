# breaks shape:Entity-ownsShareOf shape:Entity-shareInForce
INSERT DATA { id:example-brumax sov:ownsShareOf id:example-ville }
