# breaks shape:When-unknownYear
DELETE { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:edtf ?value }
INSERT { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:edtf "2012-03" }
WHERE { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:edtf ?value }
