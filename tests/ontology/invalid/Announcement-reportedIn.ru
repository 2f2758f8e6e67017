# breaks shape:Announcement-reportedIn
DELETE WHERE { id:example-announcement-conference sov:reportedIn ?value }
