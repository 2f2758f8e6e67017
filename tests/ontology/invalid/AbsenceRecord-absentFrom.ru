# breaks shape:AbsenceRecord-absentFrom
INSERT DATA { id:example-absence-gazette sov:absentFrom "Wikidata" }
