"""Frames of fundings: verbs of giving money, whoever gets it and however far it stands."""

from __future__ import annotations

from souverain.intake.frames.frame import Frame
from souverain.intake.rule import Rule

_GIVE = (
    r"(?:(?:ré)?inject(?:e|é|er|ent|era|erait|eront)|apport(?:e|é|er|ent|era|erait|eront)|vers(?:e|é|er|ent|era|erait)|prêt(?:e|é|er|ent|era|erait)"
    r"|(?:ré)?investi(?:t|r|ra|rait|ssent)?|mis(?:e|é|er|ent)|consacr(?:e|é|er|ent|era)|accord(?:e|é|er|ent|era)"
    r"|octroy(?:é|er)|octroie(?:nt|ra)?|débloqu(?:e|é|er|ent|era)|contribu(?:e|é|er|era|eront)|réinjecté|remi(?:s|se)"
    r"|met(?:tre|tent|tra|trait)? (?=(?:\ue005|environ|près|plus|jusqu))|pos(?:e|é|er) (?=\ue005))"
)
_NO_FUNDING = r"(?:chiffre d'affaires|rachat|racheter|acquisition|acquérir|amende|salaire|loyer|dividende|impôt|dette|remboursé|valoris|indemnité|perd|perte|usine|site|investissement)"

FRAMES = (
    Frame(
        Rule(
            "funding.frame-gives", rf"(?P<v><neg><modal><neg><aux>{_GIVE}(?!\w)<pas>)", prior=0.75
        ),
        {"payer": ("subject", "first"), "receiver": ("dans", "main")},
        figures=("money",),
        bars=_NO_FUNDING,
        named=True,
    ),
)
