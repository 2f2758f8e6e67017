# breaks shape:ExternalRecord-externalLabel
INSERT DATA { id:example-external-nuagex sov:externalLabel "Nuagex"@de }
