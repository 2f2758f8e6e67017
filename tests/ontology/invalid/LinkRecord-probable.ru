# breaks shape:LinkRecord-probable
DELETE { id:example-link-cirus sov:linkRelation ?value }
INSERT { id:example-link-cirus sov:linkRelation skos:exactMatch }
WHERE { id:example-link-cirus sov:linkRelation ?value } ;
DELETE { id:example-cirus skos:closeMatch ?match }
INSERT { id:example-cirus skos:exactMatch ?match }
WHERE { id:example-cirus skos:closeMatch ?match }
