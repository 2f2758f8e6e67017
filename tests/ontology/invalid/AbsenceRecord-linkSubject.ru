# breaks shape:AbsenceRecord-linkSubject
INSERT DATA { id:example-absence-gazette sov:linkSubject article:example }
