"""Rules for roles told by a noun: « la nomination de X comme PDG de Y », « le départ de X »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.titles import (
    AS,
    DET,
    ENDS,
    HEADS,
    OF,
    OFFICE,
    OR_POST,
    ORG,
    POST,
    PRE,
    TITLE,
    WORDS,
)
from souverain.intake.standing import Standing

_NAMING = (
    r"(?:nomination|arrivée|désignation|promotion|élection|recrutement|cooptation|appointment)"
)
_LEAVING = r"(?:départ|démission|éviction|limogeage|révocation|débarquement|mise à l'écart|retrait|departure|resignation)"

NOMINATIONS = (
    Rule(
        "role.nomination-of",
        rf"{_NAMING} (?:de |d'|of )(?:M\. |Mme )?(?P<person><humans>){AS} ?(?:à la )?{DET}{PRE}{OR_POST}{OF}{ORG}",
        tells="nomination",
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.nomination-own",
        rf"{_NAMING} (?:de |d'|of )(?:M\. |Mme )?(?P<person><humans>)(?:,[^,.;]{{3,60}},)?(?:{AS} ?{DET}{PRE}(?P<title>{OFFICE}|{HEADS}{WORDS})| (?:à|au) (?P<title2>{POST})){ENDS}",
        topic="organization",
        tells="nomination",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.nomination-in-person",
        rf"(?:nomination|arrivée|recrutement) d'une? (?:nouveau |nouvelle |nouvel )?{TITLE}(?:{OF}{ORG})?,? (?:en la personne d[e'] ?)?(?P<person><human>)",
        topic="organization",
        tells="nomination",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.departure-of",
        rf"{_LEAVING} (?:de |d'|du |of )(?:M\. |Mme )?(?P<person><human>)(?:,| de son poste de| de ses fonctions de| de) ?{DET}(?P<title>{OFFICE}|la tête|la direction générale|la direction|la présidence)(?:{OF}{ORG}|{ENDS})",
        topic="organization",
        fixed=Standing("Ended"),
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.departure-of-head",
        rf"{_LEAVING} (?:de |d'|du )(?:son |sa |leur |la |l')?{PRE}{TITLE}(?:{OF}{ORG})?,? (?P<person><human>)",
        topic="organization",
        fixed=Standing("Ended"),
        bare=True,
        prior=0.75,
    ),
)
