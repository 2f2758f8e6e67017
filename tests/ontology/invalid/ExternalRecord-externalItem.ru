# breaks shape:ExternalRecord-externalItem
DELETE WHERE { id:example-external-nuagex sov:externalItem ?value }
