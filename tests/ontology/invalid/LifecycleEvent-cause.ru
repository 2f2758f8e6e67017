# breaks shape:LifecycleEvent-cause
DELETE { id:example-event-launched sov:cause ?value }
INSERT { id:example-event-launched sov:cause ?other }
WHERE { id:example-event-launched sov:cause ?value BIND (STR(?value) AS ?other) }
