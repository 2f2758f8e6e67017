# breaks shape:ExternalDate-earliest
INSERT DATA { id:example-external-start sov:earliest "2012-01-02"^^xsd:date }
