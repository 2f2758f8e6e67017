"""Rules for roles: which person holds which office of which organization, in the words printed."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules import appointments, appositions, offices, successions
from souverain.intake.rules.titles import OF, OFFICE, ORG, TITLE
from souverain.intake.standing import Standing

_HEADS = r"(?:co-?)?dirig(?:e|ent|ée?|er|era|eait|eant)|(?:co-?)?présid(?:e|ent|ée?|er|era|ait|ant)|pilot(?:e|ent|é|er|era|ait|ant)|heads|runs|chairs"
_WHOM = r"(?:co-?)?préside|(?:co-?)?dirige|pilote|dirigeait|présidait|pilotait|a (?:co-?)?fondée?|a créée?|avait (?:co-?)?fondée?|avait créée?"

LEADING = (
    Rule(
        "role.takes-head",
        r"(?P<v><neg><modal><neg><aux>(?:pren(?:d|dre|dra|drait|ant)|prennent|pris|assure(?:r|ra)?|assurait|occup(?:e|er|era|ait)|conserv(?:e|er|era)|gard(?:e|er|era)|repren(?:d|dre|dra)|takes|took|taking))<pas> (?P<title>(?:la |les )?(?:tête|direction(?: générale)?|présidence(?: du conseil d'administration| du conseil de surveillance| du directoire| exécutive)?|gérance|rênes|commandes|manettes|barre|helm))(?: opérationnelle)? (?:de la|de l'|du|de|d'|of) ?(?P<organization><firm>)",
        subject="person",
        tells="office",
        prior=0.85,
    ),
    Rule(
        "role.takes-its-head",
        r"(?P<v><neg><modal>en (?:pren(?:d|dre|dra|drait)|assure(?:r|ra)?|conserv(?:e|er|era)|gard(?:e|er|era)))<pas> (?P<title>(?:la |les )(?:tête|direction(?: générale)?|présidence|rênes|commandes))",
        subject="person",
        topic="organization",
        tells="office",
        prior=0.75,
    ),
    Rule(
        "role.takes-board",
        r"(?P<v><neg><modal><neg><aux>(?:pren(?:d|dre|dra|drait)|assure(?:r|ra)?|assurait|occup(?:e|er|era|ait)|conserv(?:e|er|era)|gard(?:e|er|era)|quitt(?:er|era)))<pas> la (?P<title>présidence du (?:conseil d'administration|conseil de surveillance|directoire))(?=[,.;]|$)",
        subject="person",
        topic="organization",
        tells="office",
        prior=0.75,
    ),
    Rule(
        "role.is-called",
        rf"(?:le|la|l') ?(?P<pre>(?:nouveau |nouvelle |nouvel |futur[e]? |prochaine? |actuel(?:le)? )){TITLE}{OF}{ORG}(?:,[^,.;]{{3,80}},)? (?P<v>(?:est|sera|serait|devrait être|s'appelle|se nomme))<pas> (?P<person><human>)",
        tells="office",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.follows-at",
        rf"(?P<v><neg><modal><neg><aux>{successions.FOLLOWS})<pas> (?:à |au )?(?:M\. |Mme )?<human>,? (?:à la |aux |au poste de |en tant que |comme )(?P<title>[a-zéèê' -]{{4,40}}?) <of>(?P<organization><firm>)",
        subject="person",
        tells="named",
        prior=0.8,
    ),
    Rule(
        "role.at-head",
        r"(?P<v><neg>(?:<be>|(?:nommée?|arrivée?|arrive|placée?|restera?|reste|propulsée?|portée?|désignée?|installée?|confirmée?|reconduite?) )?)(?P<title>à la (?:tête|direction(?: générale)?|présidence)|aux (?:commandes|manettes|rênes)) (?:de la|de l'|du|de|d') ?(?P<organization><firm>)(?! et)",
        subject="person",
        tells="office",
        prior=0.8,
    ),
    Rule(
        "role.at-head-names",
        r"à la (?P<title>tête|direction(?: générale)?|présidence) (?:de la|de l'|du|de|d') ?(?P<organization><firm>)[^.;:«»]{0,50}? (?P<v><modal><aux>(?:nomm|plac|install|désign)(?:e|é|ent|era))<pas> (?P<person><human>)",
        tells="named",
        prior=0.8,
    ),
    Rule(
        "role.heads",
        rf"(?P<v><neg><modal><neg><aux>(?P<title>{_HEADS}))<pas> (?P<organization><firm>)",
        subject="person",
        tells="office",
        prior=0.85,
    ),
    Rule(
        "role.it-is-who-heads",
        rf"c'est (?P<person><human>)(?:,[^,.;]{{3,60}},)? qui (?P<v>(?P<title>{_HEADS}))<pas> (?P<organization><firm>)",
        tells="office",
        prior=0.85,
    ),
    Rule(
        "role.headed-by",
        r"(?P<v><neg><be>?(?P<title>(?:co-?)?dirigée?s?|(?:co-?)?présidée?s?|pilotée?s?|emmenée?s?|headed|run|chaired|led))<adv> (?:<by>) (?P<person><humans>)",
        subject="organization",
        tells="office",
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.founded-by",
        r"(?P<v><neg><be>?(?P<title>(?:co-?)?fondée?s?|créée?s?|lancée?s?|(?:co-?)?founded|created))<adv>(?: (?:à|en) <place>,?)?<adv> (?:<by>) (?P<person><humans>)",
        subject="organization",
        fixed=Standing("InForce"),
        bare=True,
        prior=0.82,
    ),
    Rule(
        "role.founded",
        r"(?P<v><neg><aux>(?P<title>(?:co-?)?fond(?:é|e|a|èrent|ait)|(?:co-?)?founded))<pas> (?P<organization><firm>)",
        subject="person",
        fixed=Standing("InForce"),
        prior=0.82,
    ),
    Rule(
        "role.whom-he-heads",
        rf"(?P<organization><firm>),? qu(?:e |')(?P<v>(?P<title>{_WHOM}))<adv> (?P<person><human>)",
        tells="office",
        prior=0.82,
    ),
    Rule(
        "role.which-he-heads",
        rf"(?P<organization><firm>),? qu(?:e |')(?P<person><person>) (?P<v>(?P<title>{_WHOM}))",
        tells="office",
        prior=0.82,
    ),
    Rule(
        "role.where-he-was",
        rf"(?P<organization><firm>),? (?:où|dont) (?P<person><person>) (?P<v>(?:est|était|fut|a été|avait été|sera|deviendra|devient|est devenue?|devint)(?: nommée?| élue?)?|(?:vient|venait) d'être nommée?)<pas> (?:le |la |l'|une? )?(?P<title>{OFFICE})(?=\s?[,.;]|$)",
        tells="office",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.headed-then-name",
        r"(?P<title>dirigée?|présidée?|fondée?|créée?|pilotée?|emmenée?|co-?fondée?)<adv> par (?P<person><humans>)(?:<adv>|[^,.;]{0,30}), (?P<organization><firm>)(?= \S)",
        fixed=Standing("InForce"),
        bare=True,
        prior=0.8,
    ),
)
RULES = (
    *appositions.RULES,
    *appointments.RULES,
    *LEADING,
    *offices.RULES,
    *successions.RULES,
)
