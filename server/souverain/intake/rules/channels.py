"""The channels of announcements, each by what in a sentence tells it."""

from __future__ import annotations

# A row per channel: what in the sentence tells it, the first that is found.
CHANNELS = (
    ("Tweet", r"\btweet\w*|\bTwitter\b|\bsur X\b"),
    (
        "PressConference",
        r"\bconférence de presse\b|\bpoint presse\b|\bpoint de presse\b|\bvœux à la presse\b|\bdevant (?:la presse|les journalistes|un parterre de journalistes)\b|\bconférence téléphonique\b|\bpress conference\b",
    ),
    ("Communique", r"\bcommuniqués?\b|\bpress release\b|\bin a statement\b"),
    (
        "EventOpening",
        r"\b(?:lors|à l'occasion|en ouverture|en marge|à l'ouverture|pendant|au cours) (?:de |du |d'|de l')(?!conférence de presse|interview|entretien)(?:la |l'|sa |son |le )?(?:ouverture|inauguration|salon|sommet|forum|congrès|keynote|événement|assises|journée|convention|cérémonie|lancement)",
    ),
    (
        "PressReport",
        r"\b(?:selon|d'après) (?:des |les |nos )?(?:informations|révélations|une information)|\brapport(?:e|ent|ait) (?:le|la|l'|les)\b|\b(?:le journal|le quotidien|le magazine)\b[^.]{0,40}\b(?:révél|rapport|écri|affirm)",
    ),
    (
        "StatementToPress",
        r"\bnous (?:a |ont |avait )?(?:confi|confirm|expliqu|déclar|indiqu|précis|affirm|assur|racont|répond|dit\b|gliss|lâch)|(?:confi|expliqu|déclar|indiqu|précis|affirm|assur|racont|répond|\bdit\b)\w*(?:-(?:t-)?(?:il|elle))?(?: [^,.;«»]{0,30}?)? (?:(?:au|aux) [«\"]? ?(?-i:[A-ZÉ])|à (?-i:L['’]|La |Le |l['’][A-ZÉ]))|\b(?:au (?:quotidien|journal|site|magazine|micro|mensuel|Financial Times)|dans (?:les colonnes|nos colonnes|un entretien|une interview)|par téléphone|à l'AFP|à Reuters|aux [ÉE]chos|au Figaro|au Monde|au Parisien|à La Tribune|à l'Usine|à Bloomberg|au micro d|à BFM|sur BFM|sur RTL|sur France|sur Europe 1|au journal|à nos confrères|nos confrères d|par nos soins|chez nos confrères|à la presse|aux journalistes|entretien|interview|interrogée?|contactée?|joint\w* par|à notre rédaction|auprès de l'AFP|auprès de|told reporters|told Reuters|in an interview)\b",
    ),
)
