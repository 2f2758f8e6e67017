# breaks shape:Stake-percentageAsPrinted
DELETE { id:example-stake-told sov:percentage ?value }
INSERT { id:example-stake-told sov:percentage 6.0 }
WHERE { id:example-stake-told sov:percentage ?value }
