# breaks shape:AbsenceRecord-editorialNote
INSERT DATA { id:example-absence-deltix skos:editorialNote "made up" }
