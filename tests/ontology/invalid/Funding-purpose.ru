# breaks shape:Funding-purpose
DELETE { id:example-funding sov:purpose ?value }
INSERT { id:example-funding sov:purpose ?other }
WHERE { id:example-funding sov:purpose ?value BIND (STR(?value) AS ?other) }
