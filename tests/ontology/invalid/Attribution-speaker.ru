# breaks shape:Attribution-speaker
DELETE WHERE { <https://w3id.org/souverain/id/example-stake-told#attribution-2> sov:speaker ?value }
