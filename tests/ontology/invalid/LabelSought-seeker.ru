# breaks shape:LabelSought-seeker
DELETE WHERE { id:example-label-sought sov:seeker ?value }
