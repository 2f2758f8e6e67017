# breaks shape:Acquisition-target
DELETE WHERE { id:example-acquisition-done sov:target ?value }
