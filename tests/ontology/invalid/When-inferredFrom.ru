# breaks shape:When-inferredFrom
INSERT DATA { <https://w3id.org/souverain/id/example-observation-negotiation#observedWhen> sov:inferredFrom id:example-ville }
