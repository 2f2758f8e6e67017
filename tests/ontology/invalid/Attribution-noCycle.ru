# breaks shape:Attribution-noCycle
INSERT DATA { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:relayedBy <https://w3id.org/souverain/id/example-stake-told#attribution-1> }
