# breaks shape:LifecycleEvent-concerns
DELETE WHERE { id:example-event-launched sov:concerns ?value }
