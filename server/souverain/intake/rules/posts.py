"""Rules for posts that are held, given and left: « la présidence », « les commandes », a board."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.titles import ENDS, OFFICE
from souverain.intake.standing import Standing

PERSONS = "\ue001\ue003\ue00a\ue009"
MR = r"(?:M\. |Mme |Mr |Mrs |Ms |Me |l'ancien ministre |l'amiral |le général |le docteur )?"
_POST = (
    r"(?:(?:co-?)?direction(?: [a-zéèê]+(?:ale|elle|ique|ière|ive|oire))?(?: déléguée)?(?: par intérim)?|(?:vice-|co-?)?présidence(?: (?:du|de la) (?:directoire|conseil(?: de surveillance| d'administration)?|comité exécutif|groupe))?"
    r"|tête|rênes|commandes|manettes|barre|gérance|intérim|direction par intérim|gouvernail)"
)
_BODY = r"(?:conseil de surveillance|conseil d'administration|directoire|comité exécutif|conseil|comité stratégique|board)"
_GIVEN = r"(?:(?:a été|est|sera|serait|ont été|avait été|vient d'être) (?:\w+ment |également |aussi |finalement )?(?:confiée?s?|attribuée?|assurée?|dévolue?|remise?|occupée?|tenue?|exercée?)|revien(?:t|dra|drait)|échoit|échoira|échu|échoue|incombe(?:ra)?|assurée?|confiée?)"
_GOES_TO = rf"(?P<title>{_POST})(?:, [^,.;:«»]{{2,30}},)? (?P<v>{_GIVEN})[^.;:«»{PERSONS}]{{0,40}}? (?:à|par) (?:[^.;:«»{PERSONS}]{{0,30}}, )?{MR}(?P<person><human>)"
NAMING = r"(?:nomination|arrivée|entrée|désignation|promotion|élection|recrutement|cooptation)"
_HOLDS = r"(?:pren(?:d|dre|dra|drait)|pris|assure(?:r|ra)?|assurait|tien(?:t|dra|drait)|tenait|tenir|occup(?:e|er|era|ait)|conserv(?:e|er|era)|gard(?:e|er|era)|repren(?:d|dre|dra)|repris|récupèr(?:e|era)|exerc(?:e|er|era|ait))"

RULES = (
    Rule(
        "role.holds-post",
        rf"(?P<v><neg><modal><neg><aux>{_HOLDS})<pas> (?:la |les |le |l')(?P<title>{_POST}){ENDS}",
        subject="person",
        topic="organization",
        tells="office",
        prior=0.78,
    ),
    Rule(
        "role.own-post-goes-to",
        rf"(?:sa|leur) {_GOES_TO}",
        owner="organization",
        tells="named",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.a-post-goes-to",
        rf"(?:la |les |le |l'|un |une ){_GOES_TO}",
        topic="organization",
        tells="named",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.heads-board",
        rf"(?P<v><neg><modal><neg><aux>(?P<title>(?:co-?)?présid(?:e|ent|er|era|ait|ant|é)))<pas> (?:le |son |leur ){_BODY}(?={ENDS[3:-1]})",
        subject="person",
        topic="organization",
        tells="office",
        prior=0.78,
    ),
    Rule(
        "role.board-that-heads",
        rf"{_BODY}, qu(?:e |')(?P<v>(?P<title>(?:co-?)?présid(?:e|era|ait)))<pas> {MR}(?P<person><human>)",
        topic="organization",
        tells="office",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.at-where-he-headed",
        r"(?P<organization><firm>),? (?:où|dont) (?P<person><person>) (?P<v>(?P<title>(?:dirig|pilot|supervis)(?:eait|ait|e|ea|a) (?:le |la |les |l')[a-zéèê]+(?: [a-zéèêç]+(?:ique|al|ale|ière|el|elle))?))",
        tells="office",
        prior=0.82,
    ),
    Rule(
        "role.leaves-post",
        rf"(?P<v><neg><modal><neg><aux>(?:quitt(?:e|é|er|era|ait|ant)|abandonn(?:e|é|er)|laiss(?:e|é|er)|cèd(?:e|era)|céd(?:é|er)|rend(?:u|re)?))<pas> (?:la |les |le )(?P<title>{_POST}){ENDS}",
        subject="person",
        topic="organization",
        fixed=Standing("Ended"),
        tells="end",
        prior=0.78,
    ),
    Rule(
        "role.sits-on-board",
        rf"(?P<v><neg><modal><neg><aux>(?:reste(?:ra)?|siège(?:ra)?|siégeait|demeure(?:ra)?|entre(?:ra)?|entré|conserve un siège|garde un siège|fait son entrée|fera son entrée))<pas> (?:au|à son|à leur|dans son|dans le) (?P<title>{_BODY}){ENDS}",
        subject="person",
        topic="organization",
        tells="office",
        prior=0.75,
    ),
    Rule(
        "role.leaves-board",
        rf"(?P<v><neg><modal><neg><aux>(?:démissionn(?:e|é|er|era)|quitt(?:e|é|er|era)))<pas> (?:du |le |son )(?P<title>{_BODY}){ENDS}",
        subject="person",
        topic="organization",
        fixed=Standing("Ended"),
        tells="end",
        prior=0.8,
    ),
    Rule(
        "role.named-to-board",
        rf"{NAMING} (?:à|au|dans) (?:son |leur |le |l')?(?P<title>{_BODY})(?: du groupe| de l'entreprise| de la société)? (?:de |d')(?P<person><humans>)",
        topic="organization",
        tells="nomination",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.at-commands",
        rf"(?P<v><neg>(?:est|était|sera|reste|restera|demeure|arrive|arrivera|revient|reviendra))<pas> (?:à la|aux) (?P<title>tête|commandes|manettes|barre|direction générale|présidence){ENDS}",
        subject="person",
        topic="organization",
        tells="office",
        prior=0.78,
    ),
    Rule(
        "role.resigns-from",
        rf"(?:annonc(?:e|é|er|era)|présent(?:e|é|er|era)|remis|remet|donn(?:e|é)) sa démission (?:du |de la |de son poste de |de ses fonctions de |de son mandat de |de sa fonction de )(?P<title>{_BODY}|{_POST}|{OFFICE}){ENDS}",
        subject="person",
        topic="organization",
        fixed=Standing("Ended"),
        tells="end",
        prior=0.8,
    ),
    Rule(
        "role.whose-head-took",
        rf"(?P<organization><firm>)[^.;:«»{PERSONS}]{{0,60}}?,? dont (?P<person><person>) (?P<v><aux>{_HOLDS})<pas> (?:la |les )(?P<title>{_POST}){ENDS}",
        tells="office",
        prior=0.8,
    ),
    Rule(
        "role.carries-to-post",
        rf"(?P<v><neg><modal><neg><aux>(?:port|nomm|plac|install|propuls|désign|appel)(?:é|er|era|e))<pas> (?P<person><human>) (?:à la|aux|à sa) (?P<title>{_POST})(?= de | du | d'|{ENDS[3:-1]})",
        topic="organization",
        tells="named",
        bare=True,
        prior=0.78,
    ),
)
