# breaks shape:AbsenceRecord-reviewedBy
INSERT DATA { id:example-absence-deltix sov:reviewedBy "another" }
