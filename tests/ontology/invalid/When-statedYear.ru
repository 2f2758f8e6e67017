# breaks shape:When-statedYear
DELETE { <https://w3id.org/souverain/articles/example#published> sov:yearBasis ?value }
INSERT { <https://w3id.org/souverain/articles/example#published> sov:yearBasis sov:StatedYear }
WHERE { <https://w3id.org/souverain/articles/example#published> sov:yearBasis ?value }
