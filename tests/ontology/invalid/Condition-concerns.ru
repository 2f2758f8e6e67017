# breaks shape:Condition-concerns
DELETE WHERE { id:example-condition sov:concerns ?value }
