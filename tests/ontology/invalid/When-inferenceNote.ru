# breaks shape:When-inferenceNote
INSERT DATA { <https://w3id.org/souverain/articles/example#published> sov:inferenceNote "erfunden"@de }
