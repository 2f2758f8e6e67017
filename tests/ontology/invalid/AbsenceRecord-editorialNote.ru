# breaks shape:AbsenceRecord-editorialNote
INSERT DATA { id:example-absence-gazette skos:editorialNote "made up" }
