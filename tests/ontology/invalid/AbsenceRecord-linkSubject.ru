# breaks shape:AbsenceRecord-linkSubject
INSERT DATA { id:example-absence-deltix sov:linkSubject article:example }
