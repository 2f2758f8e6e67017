# breaks shape:Announcement-medium
INSERT DATA { id:example-announcement-conference sov:medium article:example }
