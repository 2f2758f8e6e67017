# breaks shape:Attribution-evidence
INSERT DATA { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:evidence id:example-ville }
