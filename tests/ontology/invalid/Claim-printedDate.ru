# breaks shape:Claim-printedDate
DELETE { <https://w3id.org/souverain/id/example-event-launched#eventWhen> sov:printedWords ?value }
INSERT { <https://w3id.org/souverain/id/example-event-launched#eventWhen> sov:printedWords "en l’an 2011"@fr }
WHERE { <https://w3id.org/souverain/id/example-event-launched#eventWhen> sov:printedWords ?value }
