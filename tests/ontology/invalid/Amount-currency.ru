# breaks shape:Amount-currency
DELETE { id:example-amount sov:currency ?value }
INSERT { id:example-amount sov:currency ?other }
WHERE { id:example-amount sov:currency ?value BIND ("euro" AS ?other) }
