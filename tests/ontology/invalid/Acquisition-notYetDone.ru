# breaks shape:Acquisition-notYetDone shape:DerivedStake-allPremises shape:Operation-changeToCome
DELETE { id:example-stake-resulting sov:status ?value }
INSERT { id:example-stake-resulting sov:status sov:InForce }
WHERE { id:example-stake-resulting sov:status ?value } ;
DELETE { id:example-stake-resulting sov:modality ?value }
INSERT { id:example-stake-resulting sov:modality sov:Stated }
WHERE { id:example-stake-resulting sov:modality ?value }
