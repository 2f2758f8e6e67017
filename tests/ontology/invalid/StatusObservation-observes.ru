# breaks shape:StatusObservation-observes
DELETE WHERE { id:example-observation-planned sov:observes ?value }
