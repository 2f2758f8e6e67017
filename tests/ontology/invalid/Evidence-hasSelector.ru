# breaks shape:Evidence-hasSelector
INSERT DATA { id:evidence-example-4129-4161 oa:hasSelector article:example }
