# breaks shape:ExternalStatement-externalRecord
DELETE WHERE { id:example-external-lei sov:externalRecord ?value }
