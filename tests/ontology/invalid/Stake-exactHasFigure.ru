# breaks shape:Stake-exactHasFigure
DELETE WHERE { id:example-stake-rounded sov:percentage ?value }
