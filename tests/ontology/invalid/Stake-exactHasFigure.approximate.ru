# breaks shape:Stake-exactHasFigure
INSERT DATA { id:example-stake-approximate sov:percentage 10.0 }
