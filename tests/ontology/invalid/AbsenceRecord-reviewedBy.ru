# breaks shape:AbsenceRecord-reviewedBy
INSERT DATA { id:example-absence-gazette sov:reviewedBy "another" }
