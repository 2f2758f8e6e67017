# breaks shape:Announcement-sameArticle
DELETE { id:example-announcement-conference sov:reportedIn ?value }
INSERT { id:example-announcement-conference sov:reportedIn article:example-2 }
WHERE { id:example-announcement-conference sov:reportedIn ?value }
