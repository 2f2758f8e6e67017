# breaks shape:Partnership-partnershipStatus
DELETE { id:example-partnership sov:partnershipStatus ?value }
INSERT { id:example-partnership sov:partnershipStatus sov:Jobs }
WHERE { id:example-partnership sov:partnershipStatus ?value }
