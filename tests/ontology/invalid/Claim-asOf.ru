# breaks shape:Claim-asOf
DELETE WHERE { id:example-opinion-demand sov:asOf ?value }
