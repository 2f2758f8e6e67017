# breaks shape:Entity-shareInForce
INSERT DATA { id:example-fratrie sov:ownsShareOf id:example-nuagex }
