# breaks shape:When-latest
DELETE { <https://w3id.org/souverain/id/example-stake-range#validUntil> sov:latest ?value }
INSERT { <https://w3id.org/souverain/id/example-stake-range#validUntil> sov:latest ?other }
WHERE { <https://w3id.org/souverain/id/example-stake-range#validUntil> sov:latest ?value BIND (STR(?value) AS ?other) }
