# breaks shape:Merger-latestStatus shape:Transaction-latestStatus
DELETE { id:example-merger sov:latestStatus ?value }
INSERT { id:example-merger sov:latestStatus sov:Jobs }
WHERE { id:example-merger sov:latestStatus ?value }
