# breaks shape:TechnologyUse-usedBy
DELETE WHERE { id:example-technology-use sov:usedBy ?value }
