# breaks shape:Opinion-about
INSERT DATA { id:example-opinion-demand sov:about article:example }
