# breaks shape:DerivedStake-product
DELETE { id:example-stake-part sov:status ?value }
INSERT { id:example-stake-part sov:status sov:Planned }
WHERE { id:example-stake-part sov:status ?value }
