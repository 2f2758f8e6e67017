# breaks shape:Claim-validityInOrder
DELETE { ?from sov:earliest ?earliest ; sov:latest ?latest ; sov:edtf ?edtf ; sov:printedWords ?words }
INSERT { ?from sov:earliest "2005-01-01"^^xsd:date ; sov:latest "2005-12-31"^^xsd:date ; sov:edtf "2005" ; sov:printedWords "2005"@fr }
WHERE {
    id:example-stake-range sov:validFrom ?from .
    ?from sov:earliest ?earliest ; sov:latest ?latest ; sov:edtf ?edtf ; sov:printedWords ?words
} ;
DELETE { ?until sov:earliest ?earliest ; sov:latest ?latest ; sov:edtf ?edtf ; sov:printedWords ?words }
INSERT { ?until sov:earliest "2001-01-01"^^xsd:date ; sov:latest "2001-12-31"^^xsd:date ; sov:edtf "2001" ; sov:printedWords "2001"@fr }
WHERE {
    id:example-stake-range sov:validUntil ?until .
    ?until sov:earliest ?earliest ; sov:latest ?latest ; sov:edtf ?edtf ; sov:printedWords ?words
}
