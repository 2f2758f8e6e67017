# breaks shape:When-inferredYear
DELETE { <https://w3id.org/souverain/articles/example#published> sov:edtf ?value }
INSERT { <https://w3id.org/souverain/articles/example#published> sov:edtf "2012-10" }
WHERE { <https://w3id.org/souverain/articles/example#published> sov:edtf ?value }
