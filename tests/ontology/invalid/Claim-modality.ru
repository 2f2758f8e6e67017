# breaks shape:Claim-modality
DELETE { id:example-opinion-demand sov:modality ?value }
INSERT { id:example-opinion-demand sov:modality sov:Jobs }
WHERE { id:example-opinion-demand sov:modality ?value }
