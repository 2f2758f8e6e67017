# breaks shape:HolderGroup-splitKnown
DELETE { id:example-attelage sov:splitKnown ?value }
INSERT { id:example-attelage sov:splitKnown ?other }
WHERE { id:example-attelage sov:splitKnown ?value BIND ("yes" AS ?other) }
