# breaks shape:Entity-plansShareOf shape:Entity-sharePlanned
INSERT DATA { id:example-brumax sov:plansShareOf id:example-ville }
