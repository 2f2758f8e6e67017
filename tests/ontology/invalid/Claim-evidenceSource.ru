# breaks shape:Claim-evidenceSource
DELETE { id:evidence-example-4129-4161 oa:hasSource ?value }
INSERT { id:evidence-example-4129-4161 oa:hasSource article:example-2 }
WHERE { id:evidence-example-4129-4161 oa:hasSource ?value }
