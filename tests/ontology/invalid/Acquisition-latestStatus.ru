# breaks shape:Acquisition-latestStatus shape:Transaction-latestStatus
INSERT DATA { id:example-acquisition-done sov:latestStatus sov:Jobs }
