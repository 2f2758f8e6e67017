# breaks shape:Claim-printedText
DELETE { id:example-partnership sov:purpose ?value }
INSERT { id:example-partnership sov:purpose "pour le prestige"@fr }
WHERE { id:example-partnership sov:purpose ?value }
