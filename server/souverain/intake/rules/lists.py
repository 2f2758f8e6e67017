"""What may follow a stake: other holders of the same target, other targets of the same holder."""

from __future__ import annotations

from souverain.intake.rules.shares import HOLDERS, INTO, PART, SHARE, TARGET

_HOLDS = r"(?:détien(?:t|nent|dra|dront|drait)|déten(?:ait|aient)|possèd(?:e|ent|era|erait)|détenant|possédant|conserv(?:e|ent|era|erait)|aura|auront|ayant|holds|owns|holding)"
_REST = r"(?P<rest>le reste|le solde|le reliquat|le surplus|the rest|the remainder)"

MORE = (
    rf"(?:,? et|,|,? ainsi que|,? tandis que|,? puis| and|;)(?: enfin| également| enfin,)? (?:à hauteur de |à |pour )?(?P<share><share>)(?: restants?)?(?: <capital>)?(?: (?:est|sont|seront) (?:détenue?s?|conservée?s?|aux mains))?,? (?:par|de|d'|pour|au profit de|aux mains de|entre les mains de|à|au|aux|by|du) ?{HOLDERS}",
    r"(?:,? et|,|,? ainsi que|,? devant| and| puis|,? suivie? (?:de|du|d')|,? aux côtés d[eu])(?: enfin| également)? (?:par |sur |de |à |du |d'|au |entre )?(?:(?P<holder><party>)|(?P<crowd><crowd>))<paren>?(?:\s\((?P<share><share>)[^()]{0,24}\)|,? (?:à hauteur de|à|pour|avec|with) (?P<share2><share>))",
    rf"(?:,? et|,|,? contre|,? quand|,? tandis que|,? alors que| and|;)(?: enfin)? {HOLDERS},? (?:(?:en )?{_HOLDS}<pas> (?:une participation de |une part de )?)?(?:les )?(?P<share><share>)",
    r",? contre (?P<share><share>)(?: <capital>)? (?:pour|à|au|aux) (?:(?P<holder><parties>)|(?P<crowd><crowd>))",
    rf"(?:,? et|,|,? ainsi que|;| and)(?: enfin| également)? (?:par |sur |de |à )?{HOLDERS}(?: via (?:le |la |l')?(?P<via><firm>))?,? pour {_REST}",
    rf"(?:,? et|,|,? tandis que|,? quand|;|\.|,? le tout)? ?{_REST}(?: (?:du capital|des parts|des actions))?,? (?:(?:est|étant|sera|serait|reste|restant|demeure|is|being) )?(?:détenue?s?|aux mains|entre les mains|possédé|réparti|appartenant|appartient|revenant|revient|reviendra|allant|held|owned|par|à|pour)<adv> ?(?:par|de|à|au|aux|du|d'|entre|by)? ?{HOLDERS}",
    rf"(?:,? et|,|,? tandis que|,? quand|,? alors que|;)(?: enfin)? {HOLDERS},? (?:(?:{_HOLDS}|prend(?:ra)?|a)<pas> )?{_REST}",
)
# What follows a stake of the same holder: « détient 40 % de X et 30 % de Y ».
ALSO = rf"(?:,? et|,|,? ainsi que|,? puis| and)(?: enfin| également| aussi)?,? (?:<at>)?{PART}{SHARE} {INTO}{TARGET}"
# What a share was before: « contre 20 % en 2010 ».
FORMER = r"(?: <capital>)?(?: <of><firm>)?,? contre (?P<former><share>)(?! (?:pour|à|au|aux) )(?: <capital>)?(?: (?:auparavant|jusque-là|précédemment|jusqu'ici|jusqu'alors|aujourd'hui|avant|<when>|il y a [^,.;]{2,20}))?"
