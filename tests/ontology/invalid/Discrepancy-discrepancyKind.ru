# breaks shape:Discrepancy-discrepancyKind
DELETE { id:example-discrepancy-wording sov:discrepancyKind ?value }
INSERT { id:example-discrepancy-wording sov:discrepancyKind sov:Jobs }
WHERE { id:example-discrepancy-wording sov:discrepancyKind ?value }
