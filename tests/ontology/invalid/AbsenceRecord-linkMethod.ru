# breaks shape:AbsenceRecord-linkMethod
DELETE WHERE { id:example-absence-deltix sov:linkMethod ?value }
