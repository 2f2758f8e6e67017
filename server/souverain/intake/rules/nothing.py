"""Rules for who holds nothing: « X ne possède aucune part de Y »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import HOLD, INTO, TARGET

NOTHING_RULES = (
    Rule(
        "stake.holds-none",
        rf"(?P<v><neg><modal><neg>{HOLD}<pas> (?:plus )?(?:aucune?|la moindre|une seule|un seul|de|d'|no|any)) ?(?:participation|parts?|actions?|titres?|intérêts?|stake)(?: (?:au|dans le) capital)? ?(?:<in>|in |au capital d[eu'] ?)(?P<target><firm>)",
        subject="holder",
        tells="state",
        fills={"basis": "NoStake"},
        prior=0.85,
    ),
    Rule(
        "stake.crowd-holds-none",
        rf"(?P<crowd><crowd>)(?:,? qui)? (?P<v><neg>{HOLD}<pas> (?:plus )?(?:aucune?|la moindre|une seule)) (?:participation|parts?|actions?|titres?)(?: {INTO}{TARGET})?",
        tells="state",
        topic="target",
        fills={"basis": "NoStake"},
        prior=0.8,
    ),
    Rule(
        "stake.holds-none-of-it",
        rf"(?P<v><neg><modal><neg>{HOLD}<pas> (?:plus )?(?:aucune?|la moindre|une seule)) (?:participation|parts?|actions?|titres?)(?!\w)(?! (?:de|du|des|dans|chez)\b| d')",
        subject="holder",
        tells="state",
        topic="target",
        fills={"basis": "NoStake"},
        prior=0.75,
    ),
)
