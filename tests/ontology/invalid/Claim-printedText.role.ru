# breaks shape:Claim-printedText
DELETE { id:example-role-chief sov:roleText ?value }
INSERT { id:example-role-chief sov:roleText "PDG"@fr }
WHERE { id:example-role-chief sov:roleText ?value }
