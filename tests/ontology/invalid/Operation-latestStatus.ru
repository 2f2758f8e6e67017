# breaks shape:Operation-latestStatus shape:Operation-observedStatus
DELETE { id:example-operation sov:latestStatus ?value }
INSERT { id:example-operation sov:latestStatus sov:Signed }
WHERE { id:example-operation sov:latestStatus ?value }
