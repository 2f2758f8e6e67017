"""Phrases around names, and those without one: « l'opérateur », « le groupe Orange », « elle »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from souverain.intake import nouns
from souverain.intake.nouns import ADJECTIVE, ANY, BEFORE, NOUNS
from souverain.intake.phrase import DESCRIPTION, FIRM, PERSON, Phrase
from souverain.intake.predicates import is_predicate
from souverain.intake.pronouns import pronouns
from souverain.intake.widening import widened

_DESCRIBED = re.compile(
    rf"(?<!\w)(?:(?P<det>le|la|les|ce|cet|cette|ces|leurs?|ses|son|sa|the|both|its)\s|(?P<elided>l')|(?P<of>(?:du|des|au|aux)\s))"
    rf"(?P<rest>(?:(?P<count>deux|trois|quatre|two|three)\s)?(?:{BEFORE})"
    rf"(?P<noun>{ANY}|company|group|operator|start-up|firm|bank|publisher|maker|companies|shareholders|partners|partner|fund|chief executive|founder|CEO|chairman)"
    rf"(?!\w)(?!-)(?:\s{ADJECTIVE}(?!\w))*)",
    re.IGNORECASE,
)
_ENGLISH = {"company": FIRM, "group": FIRM, "operator": FIRM, "start-up": FIRM, "firm": FIRM}
_ENGLISH |= {"bank": FIRM, "publisher": FIRM, "maker": FIRM, "fund": FIRM, "partner": FIRM}
_ENGLISH |= {"companies": FIRM, "shareholders": FIRM, "partners": FIRM}
_ENGLISH |= {"chief executive": PERSON, "founder": PERSON, "ceo": PERSON, "chairman": PERSON}
# What follows a name and tells what it is: « Velanor, l'opérateur corse », « Velanor est un fonds ».
_TOLD = re.compile(
    rf"(?:\s\([^()]{{1,60}}\))?(?:,\s|\s(?:est|était|reste|demeure)\s)(?:l'|(?:une?|le|la|the|an?)\s)?"
    rf"(?:{BEFORE})(?P<noun>{ANY})(?!\w)(?!-)",
    re.IGNORECASE,
)
# « l'actionnaire de X » says what somebody is to X; « l'actionnaire » alone is somebody.
_RELATIONS = frozenset(
    [
        "actionnaire",
        "actionnaires",
        "filiale",
        "filiales",
        "partenaire",
        "partenaires",
        "concurrent",
        "rival",
        "acquéreur",
        "repreneur",
        "acheteur",
        "cédant",
        "vendeur",
        "coentreprise",
        "co-entreprise",
        "joint-venture",
        "partner",
        "investisseur",
        "shareholders",
    ]
) | {"maison mère", "maison-mère"}
_RELATED = re.compile(
    r"(?:\s[a-zéèêàç-]+){0,3}?\s(?:(?:à|commune)\s|(?:de la|de l'|du|des|de|d'|of)\s?[A-ZÉÈÀÂÎÔ\d]|(?:du|de la) (?:groupe|société))"
)
# What makes a description one of several: its determiner, or its noun in English.
_OF_SEVERAL = frozenset({"les", "des", "ces", "ses", "leurs", "aux", "both"})
_SEVERAL = frozenset({"companies", "shareholders", "partners"})
_COUNTS = {"deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4}


def described(text: str, names: Sequence[Phrase]) -> list[Phrase]:
    """The names with the noun phrases that lead to them, then descriptions and pronouns, in order."""
    ends = [0, *(row.end for row in names)]
    whole = [widened(text, row, end) for row, end in zip(names, ends, strict=False)]
    taken = [(row.start, row.end) for row in whole]
    free = [
        row
        for row in (*_descriptions(text), *pronouns(text))
        if not any(row.start < end and start < row.end for start, end in taken)
    ]
    return sorted([*whole, *free], key=lambda row: row.start)


def told(text: str, end: int) -> tuple[str, str, str]:
    """The noun, kind and gender that an apposition or « est » gives to a name that ends there."""
    found = _TOLD.match(text, end)
    if not found:
        return "", "", ""
    noun = found["noun"] if found["noun"] in NOUNS else found["noun"].lower()
    sort, gender, kind = NOUNS.get(noun, ("", "", ""))
    return (noun, kind, gender) if sort == FIRM else ("", "", "")


def _descriptions(text: str) -> Iterator[Phrase]:
    for found in _DESCRIBED.finditer(text):
        if _RELATED.match(text, found.end()) and found["noun"].lower() in _RELATIONS:
            continue
        if is_predicate(text, found):
            continue
        noun = found["noun"]
        base = nouns.singular(noun)
        sort, gender, kind = NOUNS.get(base, (_ENGLISH.get(base, FIRM), "", ""))
        determiner = (found["det"] or found["of"] or "").strip().lower()
        start = found.start("rest") if found["of"] else found.start()
        yield Phrase(
            *(start, found.end(), found.start("noun"), found.end()),
            sort,
            how=DESCRIPTION,
            noun=base,
            kind=kind,
            gender=gender,
            plural=determiner in _OF_SEVERAL or noun.lower() in _SEVERAL,
            count=_COUNTS.get((found["count"] or "").lower(), 0),
        )
