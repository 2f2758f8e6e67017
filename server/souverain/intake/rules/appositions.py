"""Rules for roles told beside a name: « Jean Morvan, PDG de Velanor », « son patron »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.titles import (
    DET,
    ENDS,
    HEAD,
    HEADS,
    OF,
    OFFICE,
    ORG,
    PRE,
    TITLE,
    TITLES,
)
from souverain.intake.standing import Standing

_MINISTER = (
    r"(?:ministre|secrétaire d'[ÉE]tat|commissaire européen(?:ne)?|Premi(?:er|ère) ministre)"
)
_STATE = r"(?:député[e]?|sénat(?:eur|rice)|maire)"
_WHILE = r"(?:également |aussi |qui est |alors |désormais |par ailleurs |lui-même |elle-même |aujourd'hui |actuel |jusqu'ici |jusqu'alors |jusque-là |actuellement |auparavant |déjà )?"
_AGE = r"(?:,? \d\d ans)?"
# What joins a person to the office told after: a comma, « Jean Morvan, 52 ans et PDG », « l'ex-PDG ».
_JOINS = r"(?:,? ?(?:\(|,|–|-|—) ?|,? \d\d ans et | (?=l'(?:ex-|ancienne? |actuel(?:le)? )))"
# An office between two names of a list is that of the first.
_NOT_LISTED = "(?<![\ue001\ue00a],\\s)(?<![\ue001\ue00a],\\sle\\s)(?<![\ue001\ue00a],\\sla\\s)(?<![\ue001\ue00a],\\sl')(?<!poste\\sde\\s)"
# « a révoqué le directeur général »: he is that no more.
_NOT_DISMISSED = "".join(
    rf"(?<!{verb}\s)"
    for stem in ("révoqu", "limog", "évinc", "débarqu", "remerci", "licenci")
    for verb in (f"{stem}é", f"{stem}e")
)
_MR = r"(?:M\. |Mme |MM\. |Mr |Mrs |Ms |Me )?"

RULES = (
    Rule(
        "role.minister-before",
        rf"(?:le |la |l')(?:alors |ancien |ancienne |ex-)?(?P<title>{_MINISTER}[^.;«»]{{0,70}}?),? (?P<person><human>)",
        tells="title",
        needs=("person",),
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.minister-after",
        rf"(?P<person><human>), (?:le |la |l')?(?:alors |ancien |ancienne |ex-)?(?P<title>{_MINISTER}[^.;,«»]{{0,90}}?)(?=[,.;])",
        tells="title",
        needs=("person",),
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.elected",
        rf"(?:le |la |l')(?P<pre>{PRE})(?P<title>{_STATE}) (?:\([A-Za-z]+\) )?(?P<person><human>)",
        tells="title",
        needs=("person",),
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.several",
        rf"(?P<person><humans>),? ?(?:,|\(|–|-|—) ?{_WHILE}{DET}{PRE}{TITLES}{OF}{ORG}",
        tells="title",
        bare=True,
        prior=0.9,
    ),
    Rule(
        "role.first-of-two",
        rf"(?P<person><human>) et <human>,? (?:sont )?respectivement {DET}{TITLE} et {DET}{OFFICE}{OF}{ORG}",
        tells="title",
        bare=True,
        prior=0.88,
    ),
    Rule(
        "role.second-of-two",
        rf"(?<=et\s)(?P<person><human>),? (?:sont )?respectivement {DET}{OFFICE} et {DET}{TITLE}{OF}{ORG}",
        tells="title",
        bare=True,
        prior=0.88,
    ),
    Rule(
        "role.apposition",
        rf"(?P<person><human>)(?: \(<share>\)| \([^()]{{1,40}}\))?{_AGE}{_JOINS}{_WHILE}{DET}{PRE}{TITLE}{OF}{ORG}",
        tells="title",
        bare=True,
        prior=0.92,
    ),
    Rule(
        "role.several-before",
        rf"(?:(?<!\w)|'){PRE}{TITLES}{OF}{ORG}(?: \([^()]{{1,40}}\))?\s?[,:–—]? ?(?P<person><humans>)",
        tells="title",
        bare=True,
        prior=0.88,
    ),
    Rule(
        "role.title-before",
        rf"{_NOT_LISTED}(?:(?<!\w)|')(?P<pre>{PRE}){TITLE}{OF}{ORG}(?: \([^()]{{1,40}}\))?,? {_MR}(?P<person><human>)(?![^.]{{0,3}}\()",
        tells="title",
        bare=True,
        prior=0.9,
    ),
    Rule(
        "role.fronted",
        rf"(?:^|(?<=[.»\n]\s)|(?<=\n))(?:Le |La |L')?(?P<pre>{PRE}){TITLE}{OF}{ORG}(?: [^,.;«»]{{1,40}})?, {_MR}(?P<person><person>)",
        tells="title",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.title-organization-person",
        rf"(?<!\w){DET}(?P<pre>{PRE})(?P<title>{HEAD}) (?P<organization><name>) (?P<person><human>)",
        tells="title",
        bare=True,
        prior=0.6,
    ),
    Rule(
        "role.own-several",
        rf"(?:ses|leurs) (?P<pre>{PRE}){TITLES}\s?[,:–—]? (?:les (?:frères|sœurs) )?(?P<person><humans>)",
        tells="title",
        owner="organization",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.the-several",
        rf"(?:les|des|aux) (?P<pre>{PRE})(?P<title>{HEADS})\s?[,:–—]? (?P<person><humans>)",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.apposition-own",
        rf"(?P<person><human>){_AGE},? ?(?:,|\() ?{_WHILE}(?:son|sa|leur|its) {PRE}{TITLE}{ENDS}",
        tells="title",
        owner="organization",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.parts-with",
        rf"(?P<v><neg><modal><neg>(?:(?:se sépar(?:e|er|era)|s'est séparée?) d[e']|(?:(?:a|ont|avait) )?(?:limog|remerci|révoqu|débarqu|évinc|congédi|licenci)(?:é|e|ent|er)))<pas> ?(?:son|sa|leur) (?P<pre>{PRE}){TITLE}(?: actuel| historique)?,? {_MR}(?P<person><human>)",
        fixed=Standing("Ended"),
        owner="organization",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.own-title",
        rf"(?:son|sa|leur|its|his|her) (?P<pre>{PRE}){TITLE}(?: actuel| historique)?,? {_MR}(?P<person><human>)",
        tells="title",
        owner="organization",
        bare=True,
        prior=0.82,
    ),
    Rule(
        "role.title-person",
        rf"{_NOT_DISMISSED}(?:le |la |l'|du |au |the |par le |par la )(?P<pre>{PRE}){TITLE}(?: actuel| historique)?,? {_MR}(?P<person><human>)",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.72,
    ),
    Rule(
        "role.person-title",
        rf"(?P<person><human>){_AGE} ?(?:,|\() ?{_WHILE}(?!(?:son|sa|ses|leur|its|his|her) ){DET}{PRE}{TITLE}{ENDS}",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.7,
    ),
    Rule(
        "role.organization-head",
        r"(?P<title>patronn?e?|P-?DG|CEO|DG|chief executive) (?:de |d'|du |of )?(?P<organization><name>),? (?P<person><human>)",
        tells="title",
        bare=True,
        prior=0.8,
    ),
)
