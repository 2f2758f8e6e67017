# breaks shape:Support-supporterText
DELETE { id:example-support-words sov:supporterText ?value }
INSERT { id:example-support-words sov:supporterText ?other }
WHERE { id:example-support-words sov:supporterText ?value BIND (STR(?value) AS ?other) }
