# breaks shape:TextQuoteSelector-exact
DELETE { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:exact ?value }
INSERT { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:exact ?other }
WHERE { <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> oa:exact ?value BIND (STRLANG(?value, "fr") AS ?other) }
