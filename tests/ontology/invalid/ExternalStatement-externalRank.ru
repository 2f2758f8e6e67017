# breaks shape:ExternalStatement-externalRank
DELETE { id:example-external-lei sov:externalRank ?value }
INSERT { id:example-external-lei sov:externalRank sov:Exact }
WHERE { id:example-external-lei sov:externalRank ?value }
