# breaks shape:ExternalStatement-oneValue
DELETE WHERE { id:example-external-lei sov:externalText ?value }
