# breaks shape:When-earliest
DELETE { <https://w3id.org/souverain/id/example-stake-range#validFrom> sov:earliest ?value }
INSERT { <https://w3id.org/souverain/id/example-stake-range#validFrom> sov:earliest ?other }
WHERE { <https://w3id.org/souverain/id/example-stake-range#validFrom> sov:earliest ?value BIND (STR(?value) AS ?other) }
