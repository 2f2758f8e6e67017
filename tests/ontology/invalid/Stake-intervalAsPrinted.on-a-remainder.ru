# breaks shape:Stake-intervalAsPrinted
INSERT DATA { id:example-stake-remainder sov:intervalMin 33.3 ; sov:intervalMax 33.5 }
