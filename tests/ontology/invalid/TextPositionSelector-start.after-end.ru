# breaks shape:TextPositionSelector-start
DELETE { <https://w3id.org/souverain/id/evidence-example-4129-4161#position> oa:start ?value }
INSERT { <https://w3id.org/souverain/id/evidence-example-4129-4161#position> oa:start 99999 }
WHERE { <https://w3id.org/souverain/id/evidence-example-4129-4161#position> oa:start ?value }
