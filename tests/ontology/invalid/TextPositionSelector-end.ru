# breaks shape:TextPositionSelector-end
INSERT DATA { <https://w3id.org/souverain/id/evidence-example-4129-4161#position> oa:end 99999 }
