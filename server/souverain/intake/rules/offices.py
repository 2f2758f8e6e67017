"""Rules for offices whose person or organization does not stand beside them.

They come after those of `appositions` and `appointments`, and bridge what may stand between: an
aside, an adjective, a complement. No other person may stand there.
"""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.titles import DET, ENDS, OF, OFFICE, ORG, PRE, TITLE
from souverain.intake.standing import Standing

_PERSONS = "\ue001\ue003\ue00a\ue009"
# What may stand between an office and its person: no other person, no firm, no other clause.
_GAP = (
    rf"(?:(?!\b(?:qui|que|dont|où|et|par|avec|pour)\b)[^.;:«»()\n,\ue000\ue002{_PERSONS}]){{0,45}}?"
)
_ASIDE = rf"(?:, [^.;:«»()\n{_PERSONS}]{{3,80}}?)"
_MR = r"(?:M\. |Mme |Mr |Mrs |Ms |Me |l'ancien ministre |l'amiral |le général |le docteur )?"
_NOW = r"(?:aujourd'hui|désormais|alors|actuel(?:le)?|également|aussi|par ailleurs|jusqu'alors|jusqu'ici|jusque-là)"
_POST = (
    r"(?:(?:co-?)?direction(?: [a-zéèê]+(?:ale|elle|ique|ière|ive|oire))?(?: déléguée)?(?: par intérim)?|(?:vice-|co-?)?présidence(?: (?:du|de la) (?:directoire|conseil(?: de surveillance| d'administration)?|comité exécutif|groupe))?"
    r"|tête|rênes|commandes|manettes|barre|gérance|intérim|direction par intérim|gouvernail)"
)
_BODY = r"(?:conseil de surveillance|conseil d'administration|directoire|comité exécutif|conseil|comité stratégique|board)"
_GIVEN = r"(?:(?:a été|est|sera|serait|ont été|avait été|vient d'être) (?:\w+ment |également |aussi |finalement )?(?:confiée?s?|attribuée?|assurée?|dévolue?|remise?|occupée?|tenue?|exercée?)|revien(?:t|dra|drait)|échoit|échoira|échu|échoue|incombe(?:ra)?|assurée?|confiée?)"
_NAMING = r"(?:nomination|arrivée|entrée|désignation|promotion|élection|recrutement|cooptation)"
_HOLDS = r"(?:pren(?:d|dre|dra|drait)|pris|assure(?:r|ra)?|assurait|tien(?:t|dra|drait)|tenait|tenir|occup(?:e|er|era|ait)|conserv(?:e|er|era)|gard(?:e|er|era)|repren(?:d|dre|dra)|repris|récupèr(?:e|era)|exerc(?:e|er|era|ait))"

RULES = (
    Rule(
        "role.office-gap-person-own",
        rf"(?:son|sa|leur|ses|l'un de ses|l'une de ses|une? de ses) (?P<pre>{PRE}(?:autre |seule? )?){TITLE}{_GAP}, {_MR}(?P<person><human>)(?=[,.;)»]|$| [a-zé])",
        tells="title",
        owner="organization",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.office-gap-person",
        rf"(?:le |la |l'|du |au |par le |par la )(?P<pre>{PRE}){TITLE}{_GAP}, {_MR}(?P<person><human>)(?=[,.;)»]|$| [a-zé])",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.72,
    ),
    Rule(
        "role.our-office",
        rf"(?P<person><human>),? (?:qui est )?(?:notre|mon) {PRE}{TITLE}{ENDS}",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.our-office-person",
        rf"(?:notre|mon) (?P<pre>{PRE}){TITLE},? {_MR}(?P<person><human>)",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.person-gap-office-of",
        rf"(?P<person><human>){_ASIDE}, (?:{_NOW} )?(?:{DET}|l'une? des ){PRE}{TITLE}{OF}{ORG}",
        tells="title",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.person-gap-office-own",
        rf"(?P<person><human>){_ASIDE}?, (?:{_NOW} )?(?:son|sa|l'une? de (?:ses|leurs)(?: (?:deux|trois|quatre))?) {PRE}(?P<title>{OFFICE}|(?:co-?)?fondat(?:eur|rice)s|associée?s|administrat(?:eur|rice)s){ENDS}",
        tells="title",
        owner="organization",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.person-gap-office",
        rf"(?P<person><human>){_ASIDE}, (?:{_NOW} )?{DET}{PRE}{TITLE}{ENDS}",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.7,
    ),
    Rule(
        "role.delegate-of",
        r"(?P<person><human>),? ?(?:,|\() ?(?:le |la |l'|un |une )?(?P<title>délégué[e]?(?: syndical[e]?)?|élue?|secrétaire|représentante?|porte-parole|responsable) (?P<organization><name>)",
        tells="title",
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.office-is-person",
        rf"(?:le |la |l')(?P<pre>{PRE}){TITLE}(?: (?:de la |du |de l')(?!\ue000)[a-zéèê]+)?(?:,[^,.;:«»{_PERSONS}]{{3,40}},)? (?P<v>(?:est|sera|serait|devrait être))<pas> (?P<person><human>)",
        topic="organization",
        tells="office",
        bare=True,
        prior=0.78,
    ),
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
        rf"(?:sa|leur) (?P<title>{_POST})(?:, [^,.;:«»]{{2,30}},)? (?P<v>{_GIVEN})[^.;:«»{_PERSONS}]{{0,40}}? (?:à|par) (?:[^.;:«»{_PERSONS}]{{0,30}}, )?{_MR}(?P<person><human>)",
        owner="organization",
        tells="named",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.a-post-goes-to",
        rf"(?:la |les |le |l'|un |une )(?P<title>{_POST})(?:, [^,.;:«»]{{2,30}},)? (?P<v>{_GIVEN})[^.;:«»{_PERSONS}]{{0,40}}? (?:à|par) (?:[^.;:«»{_PERSONS}]{{0,30}}, )?{_MR}(?P<person><human>)",
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
        rf"{_BODY}, qu(?:e |')(?P<v>(?P<title>(?:co-?)?présid(?:e|era|ait)))<pas> {_MR}(?P<person><human>)",
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
        rf"{_NAMING} (?:à|au|dans) (?:son |leur |le |l')?(?P<title>{_BODY})(?: du groupe| de l'entreprise| de la société)? (?:de |d')(?P<person><humans>)",
        topic="organization",
        tells="nomination",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.nomination-gap",
        rf"{_NAMING} (?:de |d')(?P<person><humans>), [^.;:«»{_PERSONS}]{{3,80}}, (?:comme|en tant que|en qualité d[e']|au poste d[e'u]) ?{DET}{PRE}(?P<title>{OFFICE}){ENDS}",
        topic="organization",
        tells="nomination",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.nomination-of-one",
        rf"{_NAMING} d'une? {PRE}(?:deuxième |troisième |quatrième |second |seconde )?{TITLE}(?: en [a-zéè]+ ans)?, {_MR}(?P<person><human>)",
        topic="organization",
        tells="nomination",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.naming-gap",
        rf"(?P<v>(?:nommant|désignant|recrutant|promouvant|débauchant)) (?P<person><human>), [^.;:«»{_PERSONS}]{{3,80}}, (?:comme |au poste de )?{TITLE}{ENDS}",
        topic="organization",
        tells="named",
        bare=True,
        prior=0.75,
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
        rf"(?P<organization><firm>)[^.;:«»{_PERSONS}]{{0,60}}?,? dont (?P<person><person>) (?P<v><aux>{_HOLDS})<pas> (?:la |les )(?P<title>{_POST}){ENDS}",
        tells="office",
        prior=0.8,
    ),
)
