# breaks shape:Stake-percentageAsPrinted
DELETE { id:example-stake-rounded sov:percentage ?value }
INSERT { id:example-stake-rounded sov:percentage 44.4 }
WHERE { id:example-stake-rounded sov:percentage ?value }
