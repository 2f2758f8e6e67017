# breaks shape:AbsenceRecord-absentFrom
INSERT DATA { id:example-absence-deltix sov:absentFrom "Wikidata" }
