# breaks shape:LifecycleEvent-eventKind
DELETE { id:example-event-launched sov:eventKind ?value }
INSERT { id:example-event-launched sov:eventKind sov:Jobs }
WHERE { id:example-event-launched sov:eventKind ?value }
