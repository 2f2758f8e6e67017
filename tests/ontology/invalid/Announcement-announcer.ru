# breaks shape:Announcement-announcer
DELETE WHERE { id:example-announcement-conference sov:announcer ?value }
