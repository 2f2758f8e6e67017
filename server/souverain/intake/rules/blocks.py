"""Rules for stakes told by a number of shares: « 4 millions d'actions de Y, soit 2 % du capital »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import BUY, SHARE, TAKE, TARGET, V

BLOCKS = (
    Rule(
        "stake.holds-titles-being",
        rf"{V} [\d., ]+(?:millions? )?(?:d'|de )?(?:actions|titres) (?:<of>)?{TARGET}[^.;:()«»\ue004\ue005]{{0,60}},? (?:soit|représentant) {SHARE}",
        subject="holder",
        tells="state",
        prior=0.85,
    ),
    Rule(
        "stake.buys-titles-being",
        rf"(?P<v><neg><modal><neg><aux>(?:{TAKE}|{BUY})<pas>) [\d., ]+(?:millions? )?(?:d'|de )?(?:actions|titres) (?:de |d'|du )?{TARGET}[^.;:()«»\ue004\ue005]{{0,60}},? (?:soit|représentant|c'est-à-dire) {SHARE}",
        subject="holder",
        prior=0.82,
    ),
)
