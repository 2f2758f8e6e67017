# breaks shape:ExternalDate-latest
INSERT DATA { id:example-external-start sov:latest "2012-12-30"^^xsd:date }
