# breaks shape:Amount-hasCurrency
DELETE WHERE { id:example-amount sov:currency ?value }
