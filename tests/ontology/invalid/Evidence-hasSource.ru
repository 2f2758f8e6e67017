# breaks shape:Evidence-hasSource
DELETE WHERE { id:evidence-example-4129-4161 oa:hasSource ?value }
