# breaks shape:Support-polarity
DELETE { id:example-support-words sov:polarity ?value }
INSERT { id:example-support-words sov:polarity sov:Jobs }
WHERE { id:example-support-words sov:polarity ?value }
