"""The percentages of a text: those that may be shares of a firm, and those that are none.

Nothing is computed: a figure is what the words print, and « un tiers » prints none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_PERCENT = r"(?:%|pour cent\b|pct\b|per ?cent\b)"
_ABOUT = (
    r"environ|près de|quelque|presque|à peu près|autour de|aux alentours de|un peu plus de"
    r"|un peu moins de|about|around|nearly|almost|some|roughly|approximately"
)
_BOUND = (
    r"plus d[e'] ?|moins d[e'] ?|au moins|au plus|au minimum|au maximum|jusqu'à|more than|over"
    r"|at least|less than|up to"
)
_PERCENTAGE = re.compile(
    rf"(?P<range>(?:entre|between)\s+{_NUMBER}\s*%?\s*(?:et|and)\s+{_NUMBER}\s?{_PERCENT})"
    rf"|(?P<span>(?:de|from)\s+(?P<first>{_NUMBER})(?:\s?%)?"
    rf"\s*(?:à|to)\s+(?P<last>{_NUMBER})\s?{_PERCENT})"
    rf"|(?:(?P<about>{_ABOUT})\s+|(?P<bound>{_BOUND})\s*)?(?P<number>{_NUMBER})\s?{_PERCENT}"
    r"|(?P<all>\b(?:la (?:quasi-)?totalité|l'intégralité|l'ensemble)"
    r"(?=\s+d(?:u capital|es (?:titres|parts|actions))\b)|\bthe entirety\b)"
    r"|(?P<whole>\ben totalité(?= (?:à|par|de|aux?)\b))"
    r"|(?P<half>\b(?:la moitié|half)(?=\s+(?:du capital|des parts|des actions|des titres|of)\b))"
    r"|(?P<quarter>\b(?:un|le) (?:quart|cinquième|sixième|dixième)"
    r"(?=\s+(?:du capital|des parts|des actions|des titres|de)\b))"
    r"|(?P<three>\b(?:les )?trois quarts\b)"
    r"|(?P<third>\b(?:un|le|les deux|deux|a|one|two)[ -](?:tiers|third|thirds)\b"
    r"(?=\s+(?:du capital|des parts|des actions|des titres|de|d'|of)))"
    r"|(?P<majority>\b(?:la (?:(?:large|très large|courte) )?majorité|a majority|the majority)"
    r"(?=\s+(?:du capital|des parts|des actions|des titres|des droits|de |d'|of |stake)))",
    re.IGNORECASE,
)
_WORDS = {"all": 100.0, "whole": 100.0, "half": 50.0}
# What stands around a percentage that is no share of a firm.
_GROWTH_BEFORE = re.compile(
    r"(?:(?:hausse|baisse|croissance|recul|progression|chute|repli|rebond|bond|augmentation"
    r"|diminution|remise|rabais|taux|marge|prime|rendement|décote|surcote|TVA|inflation|chômage"
    r"|increase|growth|rise|drop|fall|premium|discount|margin|rate)\s+(?:\w+\s+){0,2}"
    r"(?:de|d'|of|à|supérieure? à)\s*"
    r"|(?:progress\w*|augment\w*|bond\w*|baiss\w*|recul\w*|chut\w*|grimp\w*|croît|croiss\w*"
    r"|gagn\w*|perd\w*|flamb\w*|plong\w*|cédai\w*|rose|fell|grew|jumped|dropped|gained|lost)\s+"
    r"(?:\w+\s+){0,2}(?:de|d'|by)?\s*|[+−]\s?|croissance annuelle de )$",
    re.IGNORECASE,
)
# What stands before a percentage that is one, whatever else is around.
_A_SHARE_BEFORE = re.compile(r"(?:(?:seuil|cap|barre) (?:des? )+|\bcontre )$")
_OTHER_AFTER = re.compile(
    r"\s*(?:d[eu]s?\s+|d'|of (?:the |its |all )?|in )(?:l'|la |le |les |ses |son |sa |leurs? )?"
    r"(?:parts? de (?:marché|voix|audience)|total |totale |ensemble |chiffre|marché|ventes?"
    r"|salariés|effectifs?|employés"
    r"|croissance|hausse|baisse|réduction|remise|clients?|clientèle|utilisateurs|revenus?|recettes"
    r"|marges?|rendement|bénéfices?|voix|suffrages|français|consommateurs|ménages|entreprises"
    r"|foyers|sondés|personnes|femmes|hommes|recherches|requêtes|trafic|taux|budget|coûts?|prix"
    r"|dette|postes|emplois|besoins|données|production|énergie|électricité|économies?|dépenses"
    r"|investissements?|commandes|énergie|plus\b|moins\b|market|sales|revenue|staff|employees"
    r"|customers|users|workforce|turnover|people|growth|profits?|jobs|exports?|surface|PIB|GDP)"
    r"|\s*(?:par an|sur un an|en un an|en Bourse|à la Bourse|en (?:19|20)\d\d|a year|year-on-year)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Share:
    """A percentage: its number as printed, if it prints one, and the basis of a stake with it.

    `is_share` is false where it is a share of something else than a firm. `first` and `last` are
    the numbers of « de 12 à 27 % ».
    """

    start: int
    end: int
    number: float | None
    basis: str
    is_share: bool
    first: float | None = None
    last: float | None = None


def shares(text: str) -> Iterator[Share]:
    """Every percentage of a plain text, in its order; those over 100 % are none of a firm."""
    for found in _PERCENTAGE.finditer(text):
        number, basis = _read(found)
        start, end = found.span()
        other = _GROWTH_BEFORE.search(text, max(0, start - 60), start)
        own = _A_SHARE_BEFORE.search(text, max(0, start - 24), start) is not None or (
            other is None and not _OTHER_AFTER.match(text, end)
        )
        own = own and (number is None or number <= 100)
        yield Share(start, end, number, basis, own, *map(_number, found.group("first", "last")))


def _number(printed: str | None) -> float | None:
    return float(printed.replace(",", ".")) if printed else None


def _read(found: re.Match[str]) -> tuple[float | None, str]:
    kind = found.lastgroup or ""
    if found["number"]:
        basis = "Approximate" if found["about"] else "Range" if found["bound"] else "Exact"
        return _number(found["number"]), basis
    if kind == "majority":
        return None, "Majority"
    if kind in _WORDS:
        return _WORDS[kind], "Exact"
    return None, "Range" if kind in {"range", "span"} else "Unstated"
