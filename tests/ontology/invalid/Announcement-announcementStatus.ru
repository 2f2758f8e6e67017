# breaks shape:Announcement-announcementStatus
DELETE { id:example-announcement-conference sov:announcementStatus ?value }
INSERT { id:example-announcement-conference sov:announcementStatus sov:Jobs }
WHERE { id:example-announcement-conference sov:announcementStatus ?value }
