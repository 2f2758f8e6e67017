# breaks shape:AbsenceRecord-reviewedOn
DELETE WHERE { id:example-absence-deltix sov:reviewedOn ?value }
