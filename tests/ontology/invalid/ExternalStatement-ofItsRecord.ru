# breaks shape:ExternalStatement-ofItsRecord
DELETE { id:example-external-lei sov:externalSubject ?value }
INSERT { id:example-external-lei sov:externalSubject wd:Q7 }
WHERE { id:example-external-lei sov:externalSubject ?value }
