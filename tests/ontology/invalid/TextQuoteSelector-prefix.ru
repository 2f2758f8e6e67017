# breaks shape:TextQuoteSelector-prefix
DELETE { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:prefix ?value }
INSERT { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:prefix ?other }
WHERE { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:prefix ?value BIND (STRLANG(?value, "fr") AS ?other) }
