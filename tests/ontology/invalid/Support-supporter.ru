# breaks shape:Support-supporter
INSERT DATA { id:example-support-words sov:supporter id:example-ville }
