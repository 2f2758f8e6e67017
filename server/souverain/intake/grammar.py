"""The small language in which rules are written: regular expressions over marks.

`<firm>` is one organization, `<firms>` several in conjunction, `<share>` a percentage, and so on;
a blank is any white space. Rules are written in small letters and match in either case.
"""

from __future__ import annotations

import re
from functools import cache

from souverain.intake.scene import MARKS

_M = MARKS
_FIRM = f"(?:{_M['firm']}++|{_M['either']}++|{_M['described']}++|{_M['pronoun']}++)"
_PERSON = f"(?:{_M['person']}++|{_M['either']}++|{_M['somebody']}++|{_M['pronoun']}++)"
_HUMAN = f"(?:{_M['person']}++|{_M['either']}++)"
_PARTY = f"(?:[{_M['firm']}{_M['person']}{_M['described']}{_M['somebody']}{_M['pronoun']}{_M['either']}]++)"
_WHEN = f"(?:{_M['when']}++)"
_ADVERB = (
    "aujourd'hui|à l'heure actuelle|à ce stade|à cette (?:date|occasion)|à son tour|à l'époque|entre autres|désormais|déjà|ainsi|également|aussi|actuellement|notamment|toujours|encore|alors"
    "|enfin|finalement|officiellement|d'ores et déjà|à ce jour|pour l'heure|pour l'instant|à terme"
    "|par ailleurs|de son côté|pour sa part|quant à (?:lui|elle|eux)|à l'époque|à lui seul"
    "|à elle seule|récemment|dans la foulée|au passage|de fait|en effet|jusqu'ici|jusqu'alors"
    "|jusqu'à présent|depuis lors|depuis|conjointement|majoritairement|seulement|de concert|ensemble"
    "|indirectement|directement|in fine|en propre|en outre|discrètement|bientôt|prochainement"
    "|dans un premier temps|à l'issue de l'opération|au final|par la suite|cette fois|donc"
    "|discrètement|rapidement|définitivement|now|currently|already|also|still|today|recently"
    "|previously|reportedly|respectivement|peu à peu|largement|intégralement|totalement|entièrement"
)
_ADV = rf"(?:,?\s(?:{_ADVERB}|{_WHEN})(?:,(?=\s))?)*"


# « du champion tricolore Oxalis »: words between a preposition and a name.
_LEADING = (
    r"(?:(?!(?:par|pour|dans|avec|chez|sous|sans|vers|dont|entre)\b)[a-zéèêàçïûô-]{4,}\s){0,2}"
)
_PREPOSED = (
    r"(?:(?:de la|de l'|de|du|d'|des|à la|à|au|aux|par|avec|le|la|les|l'|entre)\s?"
    rf"{_LEADING})?"
)


def _list(item: str) -> str:
    joint = r"(?:et|ainsi que|and|&|et surtout|mais aussi|comme|puis|aux côtés de|avec)"
    aside = r"(?:\s\([^()]{1,100}\)(?=,|\s(?:et|ainsi|and|puis)\b))?"
    more = rf"(?:,\s{_PREPOSED}{item}{aside})*,?\s{joint}\s{_PREPOSED}{item}"
    return rf"(?:{item}(?:{aside}{more})?)"


_MODALS = (
    r"devrai(?:t|ent)|devai(?:t|ent)|devra|devront|pourrai(?:t|ent)|pourra|peut|va|vont|allai(?:t|ent)|doit|doivent"
    r"|a dû|(?:a|ont|avait|avaient) (?:renoncé à|décidé d[e']|accepté d[e']|choisi d[e']|prévu d[e']"
    r"|annoncé|fini par|réussi à|tenté d[e']|proposé d[e']|refusé d[e']|obtenu d[e']|promis d[e']|failli)"
    r"|prévoi(?:t|ent|yait|yaient) d[e']|envisage(?:nt|ait|aient)? d[e']|projette(?:nt)? d[e']"
    r"|compte(?:nt)?|souhait(?:e|ent|ait|aient|erait)|veut|veulent|voudrai(?:t|ent)|voulai(?:t|ent)"
    r"|entend(?:ent)?|espèr(?:e|ent)|cherche(?:nt|rait)? à|tente(?:nt)? d[e']|propose(?:nt)? d[e']"
    r"|s'apprête(?:nt)? à|se prépare(?:nt)? à|s'engage(?:nt)? à|renonce(?:nt)? à|accepte(?:nt)? d[e']"
    r"|(?:dément(?:ent)?|nie(?:nt)?|assure(?:nt)?|dit|affirme(?:nt)?|déclare(?:nt)?|annonce(?:nt)?|confirme(?:nt)?|(?:a|ont|avait|avaient) (?:annoncé|confirmé|indiqué"
    r"|déclaré|affirmé|révélé|précisé|assuré|dit|démenti|nié|reconnu|fait savoir|admis)) (?:vouloir|souhaiter|compter|envisager d[e']|être (?:sur le point|en passe) d[e'])"
    r"|(?:a|ont|avait|avaient) (?:annoncé|confirmé|indiqué|déclaré|affirmé|révélé|précisé|assuré|dit|démenti|reconnu|fait savoir)(?= (?:\ue006+ |hier |lundi |mardi |mercredi |jeudi |vendredi )*(?:avoir|être|détenir|posséder|entrer|prendre|s'être))"
    r"|(?:a|ont|avait|avaient) (?:déboursé|investi|dépensé|payé|versé|mis|mobilisé|consacré) \ue005+ pour|(?:a|ont) (?:fait part de|exprimé|manifesté|annoncé|confirmé) (?:son|leur) (?:intention|souhait|volonté) d[e']"
    r"|déclare(?:nt)?|indique(?:nt)?|précise(?:nt)?|avait refusé d[e']|décline|se dit prêt à|se disent prêts à|s'est dit prêt à|s'est dite prête à|n'exclut? plus d[e']"
    r"|(?:n'a|n'ont|n'avait) pas (?:l'intention|prévu|vocation|pour objectif|souhaité|pu|voulu)(?: à| d[e'])?|n'a jamais (?:voulu|souhaité|envisagé d[e'])|(?:a|ont|avait) échoué(?: \ue006+| il y a [a-zéèûà ]{3,20})? à"
    r"|(?:débourse(?:nt|ra)?|va débourser|investit|dépense|paie|met|mettra|offre) \ue005+ pour|s'est dit intéressé pour|est tenu d[e']|étaient? sur le point d[e']"
    r"|finira par|finit par|étudie(?:nt)? la possibilité d[e']|a (?:annoncé|confirmé) son (?:intention|souhait) d[e']|a reçu le feu vert pour|a été autorisée? à|est autorisée? à"
    r"|(?:vien(?:t|nent) d'annoncer|(?:a|ont|avait|avaient) (?:annoncé|confirmé|indiqué|fait savoir|exprimé|manifesté|réaffirmé)|annonce(?:nt)?|confirme(?:nt)?)(?: (?:ce matin|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\ue006+|officiellement|récemment|publiquement|dans un communiqué|il y a [a-zéèûà ]{3,30}))? (?:son|leur) (?:intention|projet|souhait|volonté|envie) d[e']"
    r"|vien(?:t|nent) d[e']|venai(?:t|ent) d[e']|continue(?:nt|ra|ront)? (?:à|d[e'])|reste(?:nt)? à"
    r"|(?:est|sont|était|étaient|serait|seraient) (?:sur le point d[e']|en passe d[e']|en train d[e']|"
    r"en voie d[e']|en négociations? (?:exclusives? )?pour|en discussions? pour|prête?s? à|parvenue?s? à"
    r"|appelée?s? à|intéressée?s? pour|candidate?s? pour|autorisée?s? à)|négocie(?:nt)? pour"
    r"|refuse(?:nt)? d[e']|n'exclu(?:t|ent) pas d[e']|réfléchi(?:t|ssent) à|ambitionne(?:nt)? d[e']"
    r"|confirme(?:nt)?|annonce(?:nt)?|finit par|(?:a|ont) l'intention d[e']|a pour (?:objectif|ambition) d[e']"
    r"|will|plans? to|intends? to|wants? to|is set to|are set to|has agreed to|agreed to|could|may|would"
    r"|is in talks to|has decided to|is about to|dit|disent|assure(?:nt)?|affirme(?:nt)?|vise(?:nt)? à"
)
_CROWDS = (
    "salariés|anciens salariés|collaborateurs|employés|personnel|management|managers|direction"
    "|équipes? (?:dirigeante|de direction|de management|dirigeantes)|dirigeants|cadres(?: dirigeants)?"
    "|public|flottant|petits porteurs|petits actionnaires|particuliers|institutionnels"
    "|investisseurs (?:privés|institutionnels|individuels|historiques|particuliers|financiers)"
    "|actionnaires (?:individuels|minoritaires|salariés|privés|familiaux)|business angels"
    "|famille fondatrice|famille du fondateur|héritiers|sociétaires|agriculteurs|adhérents|autocontrôle"
)
_CROWD = rf"(?:(?:(?:les|des|ses|leurs|aux|le|la|son|sa|du|au|de la|à la)\s|l')?(?:{_CROWDS})(?:\s(?:et|et les|et des|et aux|et ses)\s(?:{_CROWDS}))?(?!\w))"
_NOT = r"(?:[a-zéèêàçîôûâ]{3,}ment|entre autres|quant à (?:lui|elle|eux|elles)|à l'heure actuelle|à ce stade|à cette (?:date|occasion)|à son tour|(?:lui|elle|eux)-mêmes?|jusqu'ici|jusqu'alors|jusque-là|jusqu'à présent|pourtant|certes|cependant|toutefois|néanmoins|longtemps|d'abord|ensuite|pas encore|à nouveau|de nouveau|par ailleurs|hier|jeudi|lundi|mardi|mercredi|vendredi|depuis|plus que|plus|pas|jamais|désormais|déjà|toujours|encore|ainsi|également|aujourd'hui"
_NOT += r"|actuellement|alors|aussi|donc|directement|indirectement|finalement|officiellement"
_NOT += (
    r"|récemment|définitivement|définitivement|totalement|enfin|notamment|conjointement|ensemble"
)
_NOT += r"|à l'origine|initialement|bien|même|rapidement|intégralement|successivement|seul|seule|seulement|not|also|now"
_NOT += r"|formellement|immédiatement|discrètement|auparavant|précédemment|en direct|au total|en tout|à eux deux|à eux seuls|à elles deux|à lui seul|à elle seule|de son côté|de leur côté|pour sa part|pour leur part|en revanche|en effet|peu à peu)"
# Where and how news is told, between the verb and what it tells: « dans un communiqué ».
_TOLD = (
    r"(?:dans un (?:long |bref |court )?communiqué(?: (?:commun|conjoint|de presse))?"
    r"(?: (?:publié|diffusé|transmis))?|par (?:voie de )?communiqué|par voie de presse"
    r"|(?:lors d'|en |dans )(?:une )?conférence de presse|ce matin|ce soir|ce jour|cette semaine"
    r"|(?:à|auprès de) l'AFP|à la presse|sur (?:Twitter|LinkedIn|X|son (?:site(?: internet| web)?|blog))"
    r"|selon nos informations|lors de (?:son assemblée générale|ses vœux))"
)


MACROS = {
    "modal": rf"(?:(?:{_MODALS})(?:,\s(?:{_TOLD}),)?\s?(?:{_NOT}\s)*(?:{_WHEN}\s)?(?:en )?){{0,2}}",
    "neg": r"(?:n'en |n'y |n'|ne |n’|s'|se |s'en |en |y |lui |leur |l'|les |la |le )?",
    "pas": rf"(?:\s{_NOT}(?:,(?=\s))?|,?\s(?:{_WHEN}|{_TOLD}),?)*",
    "aux": rf"(?:(?:a|ont|avait|avaient|aura|auront|aurait|auraient|ayant|avoir|est|sont|était|étaient"
    rf"|sera|seront|serait|seraient|étant|has|have|had)\s(?:{_NOT}\s)*)?",
    "be": rf"(?:(?:est|sont|était|étaient|sera|seront|serait|seraient|a été|ont été|avait été"
    rf"|avaient été|aurait été|auraient été|aura été|(?:a|ont|avait|avaient) {_NOT} été|fut|furent|étant|ayant été|reste|restera|demeure"
    rf"|être|devient|deviennent|devenir|deviendra|deviendrait|est devenue?|devenue?|is|was|were|are|has been|will be|se retrouve|se retrouvera)\s(?:{_NOT}\s|{_WHEN}\s)*)",
    "firm": _FIRM,
    "name": f"(?:{_M['firm']}++|{_M['either']}++)",
    "firms": _list(_FIRM),
    "person": _PERSON,
    "human": _HUMAN,
    "humans": _list(_HUMAN),
    "party": _PARTY,
    "parties": _list(_PARTY),
    "share": f"(?:{_M['share']}++)",
    "span": f"(?:{_M['span']}++)",
    "money": f"(?:{_M['money']}++)",
    "when": _WHEN,
    "crowd": _CROWD,
    "not": _NOT,
    "place": f"(?:{_M['place']}++)",
    "adv": _ADV,
    "paren": r"(?:\s\([^()]{1,80}\))?",
    "of": rf"(?:de la|de l'|des|du|de|d'|of the|of)\s?{_LEADING}",
    "by": r"(?:par|by)",
    "in": r"(?:dans|in|chez|au sein de|de la|de l'|du|des|de|d'|of|sur)\s?",
    "at": r"(?:(?:à hauteur de|à concurrence de|pour|à|de|d'|with|at|avec)\s?)",
    "capital": rf"(?:(?:du|de son|de leur|au|le) capital(?: social)?(?:(?: et| et environ|,) (?:des|{_M['share']}+ des) droits"
    r" de vote)?(?: théoriques)?|des (?:parts(?: sociales)?|actions|titres|droits de vote)|de participation|stake)",
    "stake": r"(?:(?:une|sa|leur|la|ses|leurs|des|cette|les|un|a|its|their|the) (?:petite |forte "
    r"|nouvelle |part |importante |modeste |grosse |première )?(?:participations?|parts?|position|bloc(?: d'actions)?|ticket|stake|shareholding|actions|titres)"
    r"(?: (?:majoritaires?|minoritaires?|significatives?|importantes?|symbolique|résiduelle"
    r"|de contrôle|restantes?|détenue|directe|indirecte|stratégique|historique|qualifiée|financière|de référence|au capital))*)",
}


# A name in angle brackets that is not that of a group.
_MACRO = re.compile(r"(?<!\?P)(?<!\(\?)<([a-z]+)>")


# Where a match may begin: not within a word, nor within a run of marks.
_AT_A_WORD = f"(?<![\\w{''.join(MARKS.values())}])"

# A letter that stands for itself; escapes and the heads of groups keep their capitals.
_CAPITAL = re.compile(r"\\.|\(\?P|([A-ZÀ-Þ])")


@cache
def compiled(pattern: str, *, anywhere: bool = False) -> re.Pattern[str]:
    """The regular expression of a rule's pattern, which begins at a word unless `anywhere`."""
    pattern = _MACRO.sub(lambda found: MACROS[found[1]], pattern)
    pattern = re.sub(r"(?<!\\) (?![?*+])", r"\\s+", pattern)
    pattern = re.sub(r"(?<!\\) (?=[?*+])", r"\\s", pattern)
    pattern = _CAPITAL.sub(lambda found: found[0].lower() if found[1] else found[0], pattern)
    return re.compile(rf"{'' if anywhere else _AT_A_WORD}(?:{pattern})")
