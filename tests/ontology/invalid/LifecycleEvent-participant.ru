# breaks shape:LifecycleEvent-participant
INSERT DATA { id:example-event-launched sov:participant id:example-ville }
