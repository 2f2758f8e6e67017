# breaks shape:Article-published
DELETE WHERE { article:example-2 sov:published ?value }
