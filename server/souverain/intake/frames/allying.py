"""Frames of partnerships and mergers: verbs and nouns of tying, and with whom."""

from __future__ import annotations

from souverain.intake.frames.frame import Frame
from souverain.intake.rule import Rule

_ALLY = (
    r"(?:s'(?:alli(?:e|er|ent|era|ait)|associ(?:e|er|ent|era|ait)|entend(?:re|ent|ait)?)|(?:est|sont|était|étaient|étant) (?:alliée?s?|associée?s?)"
    r"|nou(?:e|é|er|ent|era|ait)|sign(?:e|é|er|ent|era|ait)|concl(?:u|ut|uent|ure|urait)|scell(?:e|é|er|ent|ait)|paraph(?:e|é|er|ent)|pass(?:e|é|er|ent) (?=un)"
    r"|renouvel(?:é|er|le|lent)|prolong(?:e|é|er|ent)|a(?= un (?:accord|partenariat|contrat)))"
)
_TIE = (
    r"(?<!\w)(?:partenariats?|alliances?|accords?(?! (?:de (?:principe|rachat|cession|vente|confidentialité)|d'exclusivité))|coentreprises?"
    r"|contrats?(?! de travail)|conventions?|collaborations?|coopérations?)(?!\w)"
)
_OF_PURCHASE = r"(?:rach|acqui|acquér|cession|céder|capital|fusion|syndica|crédit|banques|exclusi)"
_MERGE = (
    r"(?:fusionn(?:e|é|er|ent|era|erait)|se mari(?:e|er|ent)|mariée?s?|se rapproch(?:e|er|ent))"
)

PARTNERSHIPS = (
    Frame(
        Rule(
            "partnership.frame-ties",
            rf"(?P<v><neg><modal><neg><aux>{_ALLY}(?!\w)<pas>)(?:(?!\bqu)[^.;:«»]){{0,50}}?{_TIE}",
            prior=0.78,
        ),
        {"partners": ("subject",), "others": ("avec",)},
        bars=_OF_PURCHASE,
    ),
    Frame(
        Rule(
            "partnership.frame-allies",
            r"(?P<v><neg><modal><neg>(?:s'(?:alli(?:e|er|ent|era|ait)|associ(?:e|er|ent|era|ait))|(?:s'est|se sont|s'était) (?:alliée?s?|associée?s?))(?!\w)<pas>)",
            prior=0.78,
        ),
        {"partners": ("subject",), "others": ("avec", "à")},
        bars=_OF_PURCHASE,
    ),
)
MERGERS = (
    Frame(
        Rule(
            "merger.frame-merges", rf"(?P<v><neg><modal><neg><aux>{_MERGE}(?!\w)<pas>)", prior=0.75
        ),
        {"parties": ("subject",), "others": ("avec",)},
    ),
)
