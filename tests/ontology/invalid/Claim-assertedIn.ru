# breaks shape:Claim-assertedIn
DELETE WHERE { id:example-opinion-demand sov:assertedIn ?value }
