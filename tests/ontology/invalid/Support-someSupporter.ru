# breaks shape:Support-someSupporter
DELETE WHERE { id:example-support sov:supporter ?value }
