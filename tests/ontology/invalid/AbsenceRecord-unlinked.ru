# breaks shape:AbsenceRecord-unlinked
INSERT DATA {
  id:example-deltix skos:closeMatch wd:Q4 .
  id:example-link-deltix a sov:LinkRecord ; sov:linkCandidate wd:Q4 ; sov:linkConfidence "probable" ;
    sov:linkEvidence "no evidence: an example" ; sov:linkMethod "made up" ;
    sov:linkRelation skos:closeMatch ; sov:linkSubject id:example-deltix ;
    sov:reviewedBy "the maintainers" ; sov:reviewedOn "2024-01-02"^^xsd:date
}
