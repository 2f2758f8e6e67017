# breaks shape:ExternalRecord-wasDerivedFrom
DELETE WHERE { id:example-external-nuagex prov:wasDerivedFrom ?value }
