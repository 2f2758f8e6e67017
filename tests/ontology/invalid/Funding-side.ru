# breaks shape:Funding-side
DELETE WHERE { id:example-funding-received sov:receiver ?value }
