# breaks shape:Discrepancy-discrepancyNote
DELETE { id:example-discrepancy-wording sov:discrepancyNote ?value }
WHERE { id:example-discrepancy-wording sov:discrepancyNote ?value FILTER (LANG(?value) = "fr") }
