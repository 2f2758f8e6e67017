# breaks shape:Stake-percentage shape:Stake-percentageAsPrinted shape:Target-capTable
DELETE { id:example-stake-rounded sov:percentage ?value }
INSERT { id:example-stake-rounded sov:percentage 144.0 }
WHERE { id:example-stake-rounded sov:percentage ?value }
