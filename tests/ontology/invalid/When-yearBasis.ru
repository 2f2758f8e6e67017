# breaks shape:When-yearBasis
DELETE { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:yearBasis ?value }
INSERT { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:yearBasis sov:Jobs }
WHERE { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:yearBasis ?value }
