# breaks shape:Stake-exactHasFigure
DELETE WHERE { id:example-stake-told sov:percentageText ?value }
