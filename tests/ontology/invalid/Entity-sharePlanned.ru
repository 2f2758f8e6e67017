# breaks shape:Entity-sharePlanned
INSERT DATA { id:example-ada sov:plansShareOf id:example-projet }
