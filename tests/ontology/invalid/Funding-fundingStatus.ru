# breaks shape:Funding-fundingStatus
DELETE { id:example-funding sov:fundingStatus ?value }
INSERT { id:example-funding sov:fundingStatus sov:Jobs }
WHERE { id:example-funding sov:fundingStatus ?value }
