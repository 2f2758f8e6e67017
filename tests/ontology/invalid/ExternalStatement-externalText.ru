# breaks shape:ExternalStatement-externalText
DELETE { id:example-external-lei sov:externalText ?value }
INSERT { id:example-external-lei sov:externalText "" }
WHERE { id:example-external-lei sov:externalText ?value }
