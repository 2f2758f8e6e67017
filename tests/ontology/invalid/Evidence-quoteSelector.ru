# breaks shape:Evidence-quoteSelector shape:Evidence-hasSelector
DELETE DATA { id:evidence-example-4129-4161 oa:hasSelector <https://w3id.org/souverain/id/evidence-example-4129-4161#quote> }
