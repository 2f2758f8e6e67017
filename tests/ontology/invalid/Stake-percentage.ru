# breaks shape:Stake-percentage
DELETE { id:example-stake-rounded sov:percentage ?value }
INSERT { id:example-stake-rounded sov:percentage ?other }
WHERE { id:example-stake-rounded sov:percentage ?value BIND (xsd:double(?value) AS ?other) }
