# breaks shape:Opinion-speaker
DELETE WHERE { id:example-opinion-demand sov:speaker ?value }
