# breaks shape:Transaction-latestStatus
DELETE { id:example-acquisition sov:latestStatus ?value }
INSERT { id:example-acquisition sov:latestStatus sov:Completed }
WHERE { id:example-acquisition sov:latestStatus ?value }
