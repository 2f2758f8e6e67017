# breaks shape:HolderGroup-inventedSplit
DELETE { id:example-attelage sov:splitKnown ?value }
INSERT { id:example-attelage sov:splitKnown false }
WHERE { id:example-attelage sov:splitKnown ?value }
