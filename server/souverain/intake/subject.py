"""Who does what a verb says: the phrases before it that can be its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from souverain.intake.grammar import compiled
from souverain.intake.phrase import PERSON, Phrase
from souverain.intake.prepositions import is_governed
from souverain.intake.scene import Scene

# From a subject to its verb: a complement, an aside, a relative pronoun, adverbs, an auxiliary.
_TO_VERB = (
    r"<party>(?:\s\([^()]{1,120}\))?(?:\s(?:de la|de l'|des|du|de|d'|en|à|au|aux|pour|dans)\s?[^,.;:()«»]{1,70}?)?"
    r"(?P<aside>,\s(?:[^.;:()«»]|\([^()]{1,60}\)){1,140}?,|,\s\([^()]*\),|\s[–—-]\s[^.;:]{1,90}\s[–—-])?"
    r"(?P<who>,?\s(?:qui|lequel|laquelle|lesquels|lesquelles|who|which))?<adv>"
    r"(?:\s(?:et|puis|mais))?(?:\s(?:lui|elle|eux)-mêmes?)?,?\s*$"
)
_JOINT = re.compile(
    r"^(?:,\s(?:et\s)?|,?\s(?:et|ainsi que|and|&|mais aussi|comme|puis|aux côtés (?:de|du|d')"
    r"|aux côtés de la)\s?)(?:le |la |les |l'|de la |du |de )?$"
)
_IN_PARENTHESES = re.compile(r"\s\([^()]{1,80}\)")
# A participle after a comma is about what stands before it; a verb there ends an aside.
_PARTICIPLE = re.compile(
    r"(?:\w+ment\s)?(?!a\s|ont\s|\w+[aeo]it\b)\w+(?:é|i|u|is|it)e?s?\b|une?\s|l[ae']|(?:ex-|co-)?\w*filiale|actionnaire|dont|owned|held|\w+ed\b",
    re.IGNORECASE,
)
# « un porte-parole d'Orange » speaks for Orange.
_SPEAKS_FOR = re.compile(
    r"\b(?:porte-parole|direction|service de presse|représentante?s?|état-major|spokes\w+) (?:de la |de l'|du |de |d'|des |for |of )$"
)
# « Le fondateur de l'hébergeur, » leads to the name after it.
_OFFICE_LEADS = re.compile(
    r"(?:^|[.;:»«,\n] ?|\bet )(?:[Ll][ea] |[Ll]'|[Ss]on |[Ss]a |[Uu]ne? )?(?:\w+ )?(?:ex-)?(?:P-?[Dd][Gg]|président|directeur"
    r"|directrice|(?:co-?)?fondat(?:eur|rice)|patronn?e?|DG|numéro|gérante?|dirigeante?|ministre|secrétaire"
    r"|vice-présidente?|responsable|chef|porte-parole|membre|actionnaire|milliardaire|homme|analyste"
    r"|administrat(?:eur|rice)|maire|député|sénat(?:eur|rice)|conseill(?:er|ère)|avocat)e?\b[^.;:«»,]{0,90},$",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?:,|\s)(?:et|puis|mais|avant de|pour|en|and|to)\s*$")
# « …, portant sa part à 20 % »: who did what stands before.
_GERUND = re.compile(
    r"(?:ainsi\s)?(?:port|mont|relev|ramen|réduis|pren|acquér|rachet|mett|augment|renforç|abaiss)ant\b"
)
# « a indiqué que Velanor », after which another clause begins.
_THAT = re.compile(r"(?<!\w)(?:qu(?:e\s|')|(?P<who>qui)\s)")
# « Velanor, finalement racheté »: nothing but adverbs between a name and what it went through.
_NEAR = compiled(r"\s*,?<adv>,?\s*", anywhere=True)


# « Velanor et son patron »: of the one right before.
_AND = re.compile(r",?\s(?:et|and|avec)\s")


def subject(scene: Scene, position: int) -> Sequence[Phrase]:
    """The phrases in conjunction that govern the verb at a position of `full`; empty where none."""
    start = scene.sentence(position)[0]
    rows = scene.within(start, position)
    if clause := _clause(scene, rows, position):
        return clause
    to_verb = compiled(_TO_VERB)
    ends = scene.full[:position].rstrip()[-1:] == ","
    is_after_comma = ends and not _PARTICIPLE.match(scene.full, position)
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        found = to_verb.match(scene.full, row.start, position)
        if not found:
            continue
        if is_after_comma and not found["aside"]:
            if _is_apposed(scene, row, position):
                return _conjoined(scene, rows, index)
            continue
        who = found["who"] and not found["aside"]
        joined = _conjoined(scene, rows, index)
        speaks = _SPEAKS_FOR.search(scene.text, max(start, joined[0].start - 40), joined[0].start)
        near = _NEAR.fullmatch(scene.full, row.end, position)
        beside = near is not None and _is_beside(scene, position)
        if who or speaks or beside or not is_governed(scene.text, joined[0].start):
            return joined
    return ()


def _clause(scene: Scene, rows: Sequence[Phrase], position: int) -> Sequence[Phrase]:
    """The subject of a sentence that goes on with « et », or with a participle after a comma."""
    start = scene.sentence(position)[0]
    first = [row for row in rows if not is_governed(scene.text, row.start)]
    if _THEN.search(scene.full, start, position):
        first = [row for row in first if "," not in scene.text[row.end : position]] or first
    elif not (_GERUND.match(scene.full, position) and scene.full[:position].rstrip()[-1:] == ","):
        return ()
    return _conjoined(scene, rows, rows.index(first[0]), forward=True) if first else ()


def conjoined(scene: Scene, first: Phrase) -> Sequence[Phrase]:
    """A phrase with those that follow it in a conjunction."""
    rows = scene.within(first.start, scene.sentence(first.start)[1])
    return _conjoined(scene, rows, rows.index(first), forward=True)


def preceding(scene: Scene, position: int) -> list[Phrase]:
    """The phrases of a sentence before a position, those after the last « que » first.

    Before them comes the one that « et » joins to the position.
    """
    start = scene.sentence(position)[0]
    rows = scene.within(start, position)
    clauses = [*_THAT.finditer(scene.text, start, position)]
    last = clauses[-1].end() if clauses else start
    if clauses and clauses[-1]["who"]:
        last = max((row.start for row in rows if row.end <= clauses[-1].start()), default=last)
    own = [row for row in rows if row.start >= last]
    beside = [row for row in rows if _AND.fullmatch(scene.text, row.end, position)]
    return [*beside, *own, *(row for row in rows if row.start < last)]


def _is_apposed(scene: Scene, row: Phrase, position: int) -> bool:
    """Whether a name stands alone between commas, after the words of an office."""
    is_alone = not scene.text[row.end : position].strip(" ,")
    before = scene.text[scene.sentence(position)[0] : row.start].strip()
    return (
        is_alone
        and row.sort == PERSON
        and bool(row.names)
        and before.endswith(",")
        and _OFFICE_LEADS.search(before) is not None
    )


def _is_beside(scene: Scene, position: int) -> bool:
    """Whether a participle begins there, which is about what stands right before it."""
    return _PARTICIPLE.match(scene.full, position) is not None


def _conjoined(
    scene: Scene, rows: Sequence[Phrase], index: int, *, forward: bool = False
) -> Sequence[Phrase]:
    """The phrase with those that stand before it in a conjunction, or after it."""
    low = high = index
    while not forward and low and _JOINT.match(_gap(scene, rows[low - 1], rows[low])):
        low -= 1
    while (
        forward and high + 1 < len(rows) and _JOINT.match(_gap(scene, rows[high], rows[high + 1]))
    ):
        high += 1
    chosen = rows[low : high + 1]
    commas = all("," in _gap(scene, a, b) for a, b in pairwise(chosen))
    return rows[index : index + 1] if len(chosen) > 1 and commas else chosen


def _gap(scene: Scene, left: Phrase, right: Phrase) -> str:
    gap = _IN_PARENTHESES.sub("", scene.text[left.end : right.start])
    return gap if len(gap) < 24 else "…"
