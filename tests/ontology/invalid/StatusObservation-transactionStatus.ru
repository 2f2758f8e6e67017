# breaks shape:StatusObservation-transactionStatus
DELETE { id:example-observation-planned sov:transactionStatus ?value }
INSERT { id:example-observation-planned sov:transactionStatus sov:Jobs }
WHERE { id:example-observation-planned sov:transactionStatus ?value }
