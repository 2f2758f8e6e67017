# breaks shape:Funding-receivedIsStated
DELETE { id:example-funding-announced sov:fundingStatus ?value }
INSERT { id:example-funding-announced sov:fundingStatus sov:Received }
WHERE { id:example-funding-announced sov:fundingStatus ?value }
