# breaks shape:ExternalStatement-missingValue
DELETE { id:example-external-parent sov:missingValue ?value }
INSERT { id:example-external-parent sov:missingValue sov:Normal }
WHERE { id:example-external-parent sov:missingValue ?value }
