# breaks shape:When-inferredYear
DELETE { <https://w3id.org/souverain/articles/example#published> sov:inferenceNote ?note }
WHERE { <https://w3id.org/souverain/articles/example#published> sov:inferenceNote ?note FILTER (LANG(?note) = "fr") }
