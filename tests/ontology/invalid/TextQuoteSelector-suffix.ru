# breaks shape:TextQuoteSelector-suffix
DELETE { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:suffix ?value }
INSERT { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:suffix ?other }
WHERE { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:suffix ?value BIND (STRLANG(?value, "fr") AS ?other) }
