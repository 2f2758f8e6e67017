# breaks shape:Stake-exactHasFigure shape:Stake-percentageAsPrinted shape:DerivedStake-sum
INSERT DATA { id:example-stake-remainder sov:percentage 33.4 }
