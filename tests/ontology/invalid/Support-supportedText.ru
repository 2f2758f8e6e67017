# breaks shape:Support-supportedText
DELETE { id:example-support-words sov:supportedText ?value }
INSERT { id:example-support-words sov:supportedText ?other }
WHERE { id:example-support-words sov:supportedText ?value BIND (STR(?value) AS ?other) }
