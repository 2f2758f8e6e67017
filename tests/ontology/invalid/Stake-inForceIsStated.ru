# breaks shape:Stake-inForceIsStated
DELETE { id:example-stake-planned sov:status ?value }
INSERT { id:example-stake-planned sov:status sov:InForce }
WHERE { id:example-stake-planned sov:status ?value }
