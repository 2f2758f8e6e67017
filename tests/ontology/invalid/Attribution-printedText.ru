# breaks shape:Attribution-printedText
DELETE { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:attributionWords ?value }
INSERT { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:attributionWords "D’après la Gazette"@fr }
WHERE { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:attributionWords ?value }
