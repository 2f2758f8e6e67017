# breaks shape:Claim-evidenceSource
INSERT DATA { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:evidence id:evidence-example-2-47-74 }
