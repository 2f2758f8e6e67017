# breaks shape:TextPositionSelector-start
DELETE { <https://w3id.org/souverain/id/evidence-example-4129-4161#position> oa:start ?value }
INSERT { <https://w3id.org/souverain/id/evidence-example-4129-4161#position> oa:start ?other }
WHERE { <https://w3id.org/souverain/id/evidence-example-4129-4161#position> oa:start ?value BIND (-1 AS ?other) }
