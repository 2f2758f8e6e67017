# breaks shape:LinkRecord-reviewedOn
DELETE { id:example-link-nuagex sov:reviewedOn ?value }
INSERT { id:example-link-nuagex sov:reviewedOn ?other }
WHERE { id:example-link-nuagex sov:reviewedOn ?value BIND (STR(?value) AS ?other) }
