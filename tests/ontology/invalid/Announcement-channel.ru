# breaks shape:Announcement-channel
DELETE { id:example-announcement-conference sov:channel ?value }
INSERT { id:example-announcement-conference sov:channel sov:Jobs }
WHERE { id:example-announcement-conference sov:channel ?value }
