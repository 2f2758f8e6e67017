# breaks shape:Siting-locatedThing
DELETE WHERE { id:example-siting sov:locatedThing ?value }
