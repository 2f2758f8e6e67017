"""The words by which a share is tied to its holder, whichever of the two stands first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from souverain.intake.grammar import compiled
from souverain.intake.rule import Rule


@dataclass(frozen=True)
class Bearing:
    """A row: what must stand between the two, and which preposition may govern the holder."""

    rule: Rule
    cases: Sequence[str] = ("",)

    @property
    def gap(self) -> re.Pattern[str]:
        """The pattern of all that stands between holder and share."""
        return compiled(self.rule.pattern, anywhere=True)


_ASIDE = r"(?:,? (?:qui|lequel|laquelle|lui|elle|eux),?| \([^()]{1,60}\)|, [^,;:.()\ue004]{2,70},(?: qui)?)*"
_NEAR = r"[^,;:.()«»\ue004\ue005]{0,45}?"
_HOLD = (
    r"(?:(?:dé)?tien(?:t|nent|dra|drai(?:t|ent))|déten(?:ait|aient|ant|ir)|poss[èé]d\w+|contrôl\w+|gard\w+|conserv\w+|pès(?:e|ent|era)|pesait"
    r"|(?:a|ont|aura|auront|aurait|auraient|avait|avaient)(?= (?:plus )?(?:qu'|que |encore |toujours |désormais |une |un |\ue004|environ |près ))"
    r"|(?:se )?retrouv\w+(?= [^,;]{0,20}(?:à|avec)\b)|(?:est|était|reste|restait|demeure|sera|serait)(?= (?:encore |désormais |toujours |alors )?à (?:environ |près de |plus de |quelque )?\ue004)"
    r"|règn\w+|(?:se )?partag\w+|affich\w+|dispos\w+|représent\w+|totalis\w+|cumul\w+)"
)
_TAKE = (
    r"(?:arrog\w+|pren(?:d|dre|dra|nent|drait)|pris|suivi|entr(?:e|é|ée|er|ent|era)|entrée?|arriv(?:e|é|ée)|mont(?:e|é|er|ent|era|erait|ée)|acqui(?:s|ert|erra)|acquér\w+|rach[eè]t\w+|ramass\w+"
    r"|souscri\w+|obt\w+|récup\w+|mis la main sur|mettr\w+ la main sur|décroch\w+|hérit\w+|reç\w+|franchi\w*|port\w+ (?:à|sa|son|leur)|grimp\w+|hiss\w+)"
)

# Between a holder and a share that follows.
BEFORE = (
    Bearing(
        Rule("stake.frame-in-parentheses", r" ?\((?:environ |avec |à )?", prior=0.8),
        ("", "à", "de", "par", "avec", "et", "entre"),
    ),
    Bearing(
        Rule(
            "stake.frame-holds",
            rf"{_ASIDE},? ?(?!pour |afin |dans |de |à )(?P<v>{_NEAR}{_HOLD}{_NEAR})",
            tells="state",
            prior=0.8,
        )
    ),
    Bearing(
        Rule(
            "stake.frame-takes",
            rf"{_ASIDE},? ?(?!pour |afin |dans |de |à )(?P<v>{_NEAR}{_TAKE}{_NEAR})",
            prior=0.78,
        )
    ),
    Bearing(
        Rule(
            "stake.frame-with",
            r",? (?:avec|à hauteur de|et ses|et leurs) (?:environ )?",
            prior=0.78,
        )
    ),
    Bearing(
        Rule(
            "stake.frame-heads",
            r"(?:, [^,;.:()\ue004]{2,60})?, (?:à la tête|propriétaire|détenteur|actionnaire|titulaire)\w*[^,;.:()\ue004]{0,30} ?",
            tells="state",
            prior=0.8,
        )
    ),
    Bearing(
        Rule("stake.frame-to-each", r", (?:environ |revient |reviennent )?", prior=0.75), ("à",)
    ),
)
# Between a share and a holder that follows.
AFTER = (
    Bearing(
        Rule(
            "stake.frame-by",
            r"(?P<v>[^,;:.()«»\ue004]{0,60}? )par(?: [^,;:.()]{0,25})?",
            tells="state",
            prior=0.8,
        ),
        ("par",),
    ),
    Bearing(
        Rule(
            "stake.frame-to",
            r"(?P<v>[^;:.()«»\ue004]{0,30}?(?:appart\w+|promis\w*|revien\w+|échoi\w+|échu\w*|réserv\w+|attribu\w+|logé\w*|répart\w+|dispers\w+)[^,;:.()\ue004]{0,30})",
            tells="state",
            prior=0.78,
        ),
        ("à", "entre", "dans", "chez"),
    ),
    Bearing(
        Rule(
            "stake.frame-hands",
            r"(?P<v>[^;:.()«»\ue004]{0,40}?(?:aux|dans les|entre les) mains ?)(?:d\w*|de la)?[^,;:.()]{0,30}",
            tells="state",
            prior=0.8,
        ),
        ("de",),
    ),
    Bearing(
        Rule(
            "stake.frame-for",
            r"(?: (?:du capital|des parts|des titres|des actions))? pour ?[^,;:.()]{0,20}",
            prior=0.78,
        ),
        ("pour",),
    ),
)
BEARINGS = (*BEFORE, *AFTER)
