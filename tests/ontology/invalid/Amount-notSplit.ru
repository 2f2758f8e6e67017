# breaks shape:Amount-notSplit
INSERT {
    id:example-amount-repeated a sov:Amount ;
        sov:assertedIn ?article ;
        sov:asOf ?date ;
        sov:modality ?modality ;
        sov:evidence ?evidence ;
        sov:amountText ?text ;
        sov:measures ?measure ;
        sov:concerns id:example-brumax
}
WHERE {
    id:example-amount-both sov:assertedIn ?article ;
        sov:asOf ?date ;
        sov:modality ?modality ;
        sov:evidence ?evidence ;
        sov:amountText ?text ;
        sov:measures ?measure
}
