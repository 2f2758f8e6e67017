# breaks shape:LabelSought-qualityLabel
DELETE WHERE { id:example-label-sought sov:qualityLabel ?value }
