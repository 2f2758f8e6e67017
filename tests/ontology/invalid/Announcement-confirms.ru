# breaks shape:Announcement-confirms
INSERT DATA { id:example-announcement-conference sov:confirms id:example-ville }
