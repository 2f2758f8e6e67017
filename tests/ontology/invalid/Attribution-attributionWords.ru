# breaks shape:Attribution-attributionWords
DELETE { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:attributionWords ?value }
INSERT { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:attributionWords ?other }
WHERE { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:attributionWords ?value BIND (STR(?value) AS ?other) }
