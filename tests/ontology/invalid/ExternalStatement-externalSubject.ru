# breaks shape:ExternalStatement-externalSubject
DELETE WHERE { id:example-external-lei sov:externalSubject ?value }
