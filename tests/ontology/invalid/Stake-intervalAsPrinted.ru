# breaks shape:Stake-intervalAsPrinted
INSERT DATA { id:example-stake-rounded sov:intervalMin 43.9 ; sov:intervalMax 44.1 }
