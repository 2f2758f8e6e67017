# breaks shape:Support-someSupported
DELETE WHERE { id:example-support sov:supported ?value }
