# breaks shape:When-inferredYear
DELETE WHERE { <https://w3id.org/souverain/articles/example#published> sov:inferenceNote ?value }
