# breaks shape:Siting-location
DELETE WHERE { id:example-siting sov:location ?value }
