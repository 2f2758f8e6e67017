# breaks shape:When-printedWords
DELETE { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:printedWords ?value }
INSERT { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:printedWords ?other }
WHERE { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:printedWords ?value BIND (STR(?value) AS ?other) }
