# breaks shape:When-inOrder
DELETE { <https://w3id.org/souverain/articles/example#published> sov:earliest ?value }
INSERT { <https://w3id.org/souverain/articles/example#published> sov:earliest "2012-11-02"^^xsd:date }
WHERE { <https://w3id.org/souverain/articles/example#published> sov:earliest ?value }
