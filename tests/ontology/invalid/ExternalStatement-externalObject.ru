# breaks shape:ExternalStatement-externalObject
INSERT DATA { id:example-external-owned sov:externalObject wd:Q7 }
