# breaks shape:TechnologyUse-technology
DELETE WHERE { id:example-technology-use sov:technology ?value }
