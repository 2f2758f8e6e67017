# breaks shape:Attribution-relayedBy
INSERT DATA { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:relayedBy id:example-ville }
