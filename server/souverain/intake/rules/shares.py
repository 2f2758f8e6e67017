"""The words of stakes: verbs of holding, parts and shares, vehicles, holders without a name."""

from __future__ import annotations

HOLD = (
    r"(?:détien(?:t|nent|dra|dront|drait|draient)|déten(?:ait|aient|ant|ir)"
    r"|poss[éè]d(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient)"
    r"|contrôl(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient)"
    r"|conserv(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient)"
    r"|gard(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient)"
    r"|(?:a|ont|avait|avaient|aura|aurait|auraient|avoir) (?:<not> )?"
    r"(?:détenu|possédé|contrôlé|conservé|gardé)"
    r"|dispos(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient) (?:<not> )?(?:de|d')"
    r"|(?:est|reste|était|sera|serait|se retrouve(?:ra)?|demeure) (?:<not> )?(?:à la tête d[eu']|propriétaire d[eu'])"
    r"|(?:a|ont|aura|auront|aurait|auraient|avait|avaient|ayant)(?= (?:encore |désormais |déjà |"
    r"toujours |plus que |une participation|une part|\ue004))|pès(?:e|ent|era)"
    r"|holds?|owns?|held|owned|own|hold|controls?|retains?|keeps?)"
)
V = rf"(?P<v><neg><modal><neg>{HOLD}<pas>)(?:, (?:depuis|à l'issue|au terme|après|avec|en|au|à la suite|ensemble)(?!\\w)[^,.;:()«»\ue004]{{2,90}},)?"
HELD = (
    r"(?:co-?)?(?:détenue?s?|possédée?s?|contrôlée?s?|propriété|aux mains|entre les mains|owned|held"
    r"|controlled)"
)
# Not « les participations détenues par X », which are in another firm.
BE_HELD = rf"(?<!participations\s)(?<!participation\s)(?<!parts\s)(?<!part\s)(?<!actions\s)(?<!titres\s)(?P<v><neg><modal><neg><be>?{HELD}<pas>)"
SHARE = r"(?P<share><share>)(?: restants?)?(?: <capital>)?+"
PART = r"(?:(?:qu'|que )?<stake> (?:d'environ |de|d'|à hauteur de|équivalente? à|correspondant à|représentant|évaluée à|of) ?|(?:ses|les|leurs) (?=\ue004)|\d[\d .]* (?:actions|titres)[^.;:()]{0,40}?(?:soit|représentant) )?"
TAKE = (
    r"(?:prend(?:re|ra|ront|rait)?|prennent|pris|pren(?:ait|aient|ant)"
    r"|souscri(?:t|re|vent|vait)|obt(?:ient|iennent|enu|enir|iendra|iendrait)"
    r"|récupèr(?:e|ent|era|eront|erait)|récupér(?:é|er|ant)|re[çc](?:oit|u|evra|evoir)|hérit(?:e|era|é|er) d[e']"
    r"|emport(?:e|er|é|era)|takes?|took|taking|taken)"
)
BUY = (
    r"(?:acqui(?:ert|èrent|s|se|ses|erra|erront|errait)|acquér(?:ir|ait|ant)|ach[eè]t(?:é|er|e|ent|era|ant)"
    r"|rach[eè]t(?:é|er|e|ent|era|ant)|ramass(?:e|é|er)|s'offr(?:e|ir|ent)|s'est offert|acquires?|acquired|buys?|bought)"
)
EACH = r"(?:,? (?P<each>chacune?),?)?"
EACH2 = EACH.replace("each>", "each2>")
_THROUGH = r"(?:via|à travers|par l'intermédiaire d[eu]|par l'entremise d[eu]|par le biais d[eu]|au travers d[eu]|through) ?(?:la |l'|son |sa |ses |leur |le )?(?:fonds |holding |filiale |véhicule |société )?"
VIA = rf"(?:,? {_THROUGH}(?P<via><firm>),?)?"
VIA2 = VIA.replace("via>", "via2>")
VIA3 = VIA.replace("via>", "via3>")
INTO = r"(?:<in>(?:capital (?:de la|de l'|de|d'|du) ?)?|au capital (?:de la|de l'|de|d'|du) ?)"
TARGET = r"(?P<target><firm>)"
# The target where no « de » that is another's follows.
NO_TARGET = r"(?! (?:de|du|des|dans|chez)\b| d')"
OWNER = r"(?:(?:les|des|ses|la|sa|leur|leurs) (?:<share> |parts?|actions|titres|participations?|intérêts|investissement))"
FIGURES = r"(?:\s\(|,? (?:à|à hauteur de|pour|avec|with)\s)(?=\ue004|environ)"
SHAREHOLDER = (
    r"(?:co-?)?(?:actionnaires?|propriétaires?|associés?|sociétaires?|shareholders?|owners?)"
)
KIND = r"(?: (?:de référence|historiques?|majoritaires?|minoritaires?|unique|principa(?:l|ux)|de poids|de contrôle|publics?|privés?|important|depuis <when>))*"
RANK = r"(?:(?:le|la|l'|les|un|une|son|sa|leur|des|the|a|its|an) ?)?(?:(?:deux|trois|quatre|premiers?|première|principa(?:l|le|ux)|seuls?|unique|deuxième|second|troisième|quatrième|nouve(?:l|au|aux)|grands?|gros|plus gros|plus important|future?s?|ancien|main|largest|biggest|sole|historique|majority|minority) )*"
# Whoever holds: firms or persons by name, or those who have none, or both.
HOLDERS = r"(?:(?P<holder><parties>)(?:,? et (?P<crowd><crowd>))?|(?P<crowd2><crowd>))"
# « Y, dont », « Y, dans lequel »: what follows is about its capital.
OF_WHICH = r"(?P<target><firm>)<paren>(?:,? [^,.;:()«»\ue000-\ue00a]{3,50})?,? (?:dont|dans (?:lequel|laquelle)|au capital duquel|au capital de laquelle|duquel|de laquelle|of which|in which)"
# From what is said of somebody to the name itself: « Filiale de X depuis 2009, Y ».
UNTIL = r"(?:<adv>|[^,.;:()«»\ue000-\ue003]{0,40}?), "
