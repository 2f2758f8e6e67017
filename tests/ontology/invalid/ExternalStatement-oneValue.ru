# breaks shape:ExternalStatement-oneValue
INSERT DATA { id:example-external-lei sov:externalObject wd:Q7 }
