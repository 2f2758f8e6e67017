# breaks shape:Node-definedTerm shape:Derivation-rule
DELETE { id:example-derivedstake sov:rule ?value }
INSERT { id:example-derivedstake sov:rule rule:guess }
WHERE { id:example-derivedstake sov:rule ?value }
