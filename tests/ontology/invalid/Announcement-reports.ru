# breaks shape:Announcement-reports
INSERT DATA { id:example-announcement-conference sov:reports id:example-ville }
