# breaks shape:When-statedYear
DELETE { <https://w3id.org/souverain/articles/example-2#published> sov:edtf ?value }
INSERT { <https://w3id.org/souverain/articles/example-2#published> sov:edtf "2014-05-03" }
WHERE { <https://w3id.org/souverain/articles/example-2#published> sov:edtf ?value }
