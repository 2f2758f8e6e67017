# breaks shape:ExternalRecord-license
DELETE WHERE { id:example-external-nuagex dcterms:license ?value }
