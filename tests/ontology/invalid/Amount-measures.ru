# breaks shape:Amount-measures
DELETE { id:example-amount-words sov:measures ?value }
INSERT { id:example-amount-words sov:measures sov:Tweet }
WHERE { id:example-amount-words sov:measures ?value }
