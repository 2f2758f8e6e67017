# breaks shape:Acquisition-notYetDone
DELETE { id:example-acquisition sov:soldStake ?value }
INSERT { id:example-acquisition sov:soldStake id:example-stake-range }
WHERE { id:example-acquisition sov:soldStake ?value }
