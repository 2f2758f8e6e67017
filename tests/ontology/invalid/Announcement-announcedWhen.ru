# breaks shape:Announcement-announcedWhen
INSERT DATA { id:example-announcement-conference sov:announcedWhen id:example-ville }
