# breaks shape:StatusObservation-cause
DELETE { id:example-observation-abandoned sov:cause ?value }
INSERT { id:example-observation-abandoned sov:cause ?other }
WHERE { id:example-observation-abandoned sov:cause ?value BIND (STR(?value) AS ?other) }
