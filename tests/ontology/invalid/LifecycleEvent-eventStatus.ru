# breaks shape:LifecycleEvent-eventStatus
DELETE { id:example-event-launched sov:eventStatus ?value }
INSERT { id:example-event-launched sov:eventStatus sov:Jobs }
WHERE { id:example-event-launched sov:eventStatus ?value }
