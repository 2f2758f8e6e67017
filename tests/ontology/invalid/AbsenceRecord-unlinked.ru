# breaks shape:AbsenceRecord-unlinked
INSERT DATA {
  id:example-gazette skos:closeMatch wd:Q4 .
  id:example-link-gazette a sov:LinkRecord ; sov:linkCandidate wd:Q4 ; sov:linkConfidence "probable" ;
    sov:linkEvidence "no evidence: an example" ; sov:linkMethod "made up" ;
    sov:linkRelation skos:closeMatch ; sov:linkSubject id:example-gazette ;
    sov:reviewedBy "the maintainers" ; sov:reviewedOn "2024-01-02"^^xsd:date
}
