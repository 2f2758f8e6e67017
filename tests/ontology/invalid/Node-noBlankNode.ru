# breaks shape:Node-noBlankNode shape:Opinion-about
INSERT DATA { id:example-opinion-demand sov:about [ skos:prefLabel "nowhere"@en ] }
