# breaks shape:Entity-prefLabel
DELETE { id:example-brumax skos:prefLabel ?value }
WHERE { id:example-brumax skos:prefLabel ?value FILTER (LANG(?value) = "fr") }
