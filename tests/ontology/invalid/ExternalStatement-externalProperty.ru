# breaks shape:ExternalStatement-externalProperty
DELETE { id:example-external-lei sov:externalProperty ?value }
INSERT { id:example-external-lei sov:externalProperty wd:Q5 }
WHERE { id:example-external-lei sov:externalProperty ?value }
