"""Frames of amounts: a turnover, and the sum in its clause."""

from __future__ import annotations

from souverain.intake.frames.frame import Frame
from souverain.intake.rule import Rule

_TURNOVER = (
    r"(?:chiffres? d'affaires?|revenus?(?= (?:annuels?|consolidés?|nets?|récurrents?))|recettes)"
)
_SALES = {"measure": "Turnover"}

FRAMES = (
    Frame(
        Rule(
            "amount.frame-turnover",
            rf"{_TURNOVER}(?!\w)",
            tells="outcome",
            fills=_SALES,
            prior=0.75,
        ),
        {"receiver": ("of", "first", "main")},
        figures=("money",),
        bars=r"(?:objectif|au-dessus|sous la barre|cumul|passant|milliards? de|part d[eu]|prévo|vis(?:e|ent) |espèr|attend|ambition)",
    ),
)
