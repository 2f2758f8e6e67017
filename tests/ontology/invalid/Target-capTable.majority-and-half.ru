# breaks shape:Target-capTable shape:DerivedStake-product
DELETE { id:example-stake-part sov:holder id:example-cirus }
INSERT {
    id:example-stake-part sov:holder id:example-etat .
    id:example-stake-unstated sov:percentageExclusiveMin 60.0
}
WHERE { } ;
DELETE { id:example-stake-unstated sov:stakeBasis ?value }
INSERT { id:example-stake-unstated sov:stakeBasis sov:Range }
WHERE { id:example-stake-unstated sov:stakeBasis ?value }
