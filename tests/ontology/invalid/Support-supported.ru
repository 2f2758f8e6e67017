# breaks shape:Support-supported
INSERT DATA { id:example-support-words sov:supported article:example }
