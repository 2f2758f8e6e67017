# breaks shape:DerivedStake-remainderClaim
INSERT {
    id:example-stake-remainder-again ?property ?value ; sov:holder id:example-etat .
    id:example-derivedstake sov:premise id:example-stake-remainder-again
}
WHERE {
    id:example-stake-remainder ?property ?value
    FILTER (?property != sov:holder)
}
