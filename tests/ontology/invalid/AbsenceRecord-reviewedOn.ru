# breaks shape:AbsenceRecord-reviewedOn
DELETE WHERE { id:example-absence-gazette sov:reviewedOn ?value }
