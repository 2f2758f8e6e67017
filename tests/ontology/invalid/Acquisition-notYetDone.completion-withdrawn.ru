# breaks shape:Acquisition-notYetDone
INSERT DATA { id:example-acquisition-done sov:soldStake id:example-stake-range } ;
DELETE { id:example-withdrawal sov:withdraws ?value }
INSERT { id:example-withdrawal sov:withdraws ?observation }
WHERE {
  id:example-withdrawal sov:withdraws ?value .
  ?observation sov:observes id:example-acquisition-done .
}
