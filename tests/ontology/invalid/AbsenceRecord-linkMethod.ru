# breaks shape:AbsenceRecord-linkMethod
DELETE WHERE { id:example-absence-gazette sov:linkMethod ?value }
