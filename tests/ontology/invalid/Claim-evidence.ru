# breaks shape:Claim-evidence
DELETE WHERE { id:example-opinion-demand sov:evidence ?value }
