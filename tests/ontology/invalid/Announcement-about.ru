# breaks shape:Announcement-about
DELETE WHERE { id:example-announcement-conference sov:about ?value }
