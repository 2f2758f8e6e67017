# breaks shape:ExternalRecord-externalDescription
INSERT DATA { id:example-external-nuagex sov:externalDescription "another"@en }
