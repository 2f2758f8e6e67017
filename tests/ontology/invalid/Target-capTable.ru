# breaks shape:Target-capTable
DELETE { id:example-stake-planned sov:percentage ?share ; sov:percentageText ?text . ?quote oa:exact ?exact }
INSERT { id:example-stake-planned sov:percentage 35.0 ; sov:percentageText "35 %"@fr . ?quote oa:exact "La Banque Exemple détiendra 35 % de Nuagex." }
WHERE {
    id:example-stake-planned sov:percentage ?share ; sov:percentageText ?text ; sov:evidence/oa:hasSelector ?quote .
    ?quote oa:exact ?exact
}
