# breaks shape:Operation-observedStatus
DELETE { id:example-operation sov:latestStatus ?value }
INSERT { id:example-operation sov:latestStatus sov:Completed }
WHERE { id:example-operation sov:latestStatus ?value }
