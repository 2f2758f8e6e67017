# breaks shape:Partnership-purpose
DELETE { id:example-partnership sov:purpose ?value }
INSERT { id:example-partnership sov:purpose ?other }
WHERE { id:example-partnership sov:purpose ?value BIND (STR(?value) AS ?other) }
