# breaks shape:LifecycleEvent-eventWhen
INSERT DATA { id:example-event-launched sov:eventWhen id:example-ville }
