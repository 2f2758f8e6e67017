# breaks shape:StatusObservation-observedWhen
INSERT DATA { id:example-observation-planned sov:observedWhen id:example-ville }
