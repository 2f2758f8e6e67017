# breaks shape:Stake-inForceIsStated
DELETE { id:example-stake-range sov:modality ?value }
INSERT { id:example-stake-range sov:modality sov:Conditional }
WHERE { id:example-stake-range sov:modality ?value }
