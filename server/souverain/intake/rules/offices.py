"""Rules for offices whose person or organization does not stand beside them.

They come after those of `appositions` and `appointments`, and bridge what may stand between: an
aside, an adjective, a complement. No other person may stand there.
"""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules import posts
from souverain.intake.rules.posts import MR, NAMING, PERSONS
from souverain.intake.rules.titles import DET, ENDS, OF, OFFICE, ORG, PRE, TITLE

# What may stand between an office and its person: no other person, no firm, no other clause.
_GAP = rf"(?:(?!\b(?:qui|que|dont|où|et|par|avec|pour)\b)[^.;:«»()\n,\ue000{PERSONS}]){{0,45}}?"
_ASIDE = rf"(?:, [^.;:«»()\n{PERSONS}]{{3,80}}?)"
_NOW = r"(?:aujourd'hui|désormais|alors|actuel(?:le)?|également|aussi|par ailleurs|jusqu'alors|jusqu'ici|jusque-là)"

RULES = (
    Rule(
        "role.office-gap-person-own",
        rf"(?:son|sa|leur|ses|l'un de ses|l'une de ses|une? de ses) (?P<pre>{PRE}(?:autre |seule? )?){TITLE}{_GAP}, {MR}(?P<person><human>)(?=[,.;)»]|$| [a-zé])",
        tells="title",
        owner="organization",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.office-gap-person",
        rf"(?:le |la |l'|du |au |par le |par la )(?P<pre>{PRE}){TITLE}{_GAP}, {MR}(?P<person><human>)(?=[,.;)»]|$| [a-zé])",
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
        rf"(?:notre|mon) (?P<pre>{PRE}){TITLE},? {MR}(?P<person><human>)",
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
        rf"(?:le |la |l')(?P<pre>{PRE}){TITLE}(?: (?:de la |du |de l')(?!\ue000)[a-zéèê]+)?(?:,[^,.;:«»{PERSONS}]{{3,40}},)? (?P<v>(?:est|sera|serait|devrait être))<pas> (?P<person><human>)",
        topic="organization",
        tells="office",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.nomination-gap",
        rf"{NAMING} (?:de |d')(?P<person><humans>), [^.;:«»{PERSONS}]{{3,80}}, (?:comme|en tant que|en qualité d[e']|au poste d[e'u]) ?{DET}{PRE}(?P<title>{OFFICE}){ENDS}",
        topic="organization",
        tells="nomination",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.nomination-of-one",
        rf"{NAMING} d'une? {PRE}(?:deuxième |troisième |quatrième |second |seconde )?{TITLE}(?: en [a-zéè]+ ans)?, {MR}(?P<person><human>)",
        topic="organization",
        tells="nomination",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.naming-gap",
        rf"(?P<v>(?:nommant|désignant|recrutant|promouvant|débauchant)) (?P<person><human>), [^.;:«»{PERSONS}]{{3,80}}, (?:comme |au poste de )?{TITLE}{ENDS}",
        topic="organization",
        tells="named",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.is-of-it",
        rf"(?P<v>(?:n')?en (?:est|était|sera|reste|restera|devient|deviendra|demeure|fut))<pas> {DET}{PRE}{TITLE}{ENDS}",
        subject="person",
        topic="organization",
        tells="office",
        bare=True,
        prior=0.78,
    ),
    *posts.RULES,
)
