# breaks shape:When-edtf
DELETE { <https://w3id.org/souverain/articles/example#published> sov:edtf ?value }
INSERT { <https://w3id.org/souverain/articles/example#published> sov:edtf ?other }
WHERE { <https://w3id.org/souverain/articles/example#published> sov:edtf ?value BIND ("octobre 2012?" AS ?other) }
