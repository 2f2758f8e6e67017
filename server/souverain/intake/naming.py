"""The names in a text: capitalised sequences, weak hints of a language model, and known names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from souverain.intake import aliases, bodies, capitals, sorts, words
from souverain.intake.capitals import Run
from souverain.intake.known import Entity, Known
from souverain.intake.letters import folded
from souverain.intake.phrase import FIRM, PERSON, Phrase

# « la famille X », « la région Y » hold under that name.
_LED = re.compile(r"(?<!\w)(?:famille|région|métropole|fratrie)\s$")
# « PARIS (Agence) - »: an article's first words name where it was written, and for whom.
_DATELINE = re.compile(
    r"(?:[A-ZÉÈ][\w .'-]{2,30}, ?(?:le )?[\w .]{0,20})?(?:[A-ZÉÈ][\w '-]{2,30} )?\([^()\n]{2,40}\)\s?(?:--|[–—-])\s?"
)
# What governs a firm is not another firm.
_ORGANS = re.compile(
    r"(?:Conseil (?:d'administration|de surveillance)|Directoire|Direction(?: générale)?|Comité (?:exécutif|de direction)|Assemblée générale"
    r"|(?:L'|Une )?(?:Offre|OP[AER])(?: publique.*)?)"
)


@dataclass(frozen=True)
class Hint:
    """What a language model takes some words for: PER, ORG, LOC or MISC. Often wrong."""

    start: int
    end: int
    label: str


def names(text: str, known: Known, hints: Iterable[Hint] = ()) -> list[Phrase]:
    """The names of a plain text in their order, none within another.

    A known entity has its label and IRI; another has its own words; a family name or a first name
    alone has the whole name that the text gives elsewhere, and so has what is short for a firm.
    """
    hinted = {row.start: row for row in hints}
    runs = capitals.runs(text, [name for row in known.entities for name in row.names])
    phrases = [_phrase(text, run, known, hinted) for run in runs]
    if dateline := _DATELINE.match(text):
        phrases = [row for row in phrases if row.start >= dateline.end()]
    phrases = [
        row
        for row in phrases
        if not _ORGANS.fullmatch(row.names[0]) and row.names[0] not in words.nouns("firms")
    ]
    taken = _longest([*_known(text, known), *bodies.bodies(text), *phrases])
    shared = _longest([*aliases.brothers(text, taken), *taken])
    return aliases.whole(text, sorted(shared, key=lambda row: row.start))


def _phrase(text: str, run: Run, known: Known, hinted: Mapping[int, Hint]) -> Phrase:
    if before := _LED.search(text, max(0, run.start - 12), run.start):
        start = before.start()
        return Phrase(start, run.end, start, run.end, FIRM, (text[start : run.end],), ("",))
    end = bodies.ending(text, run.start, run.end, is_one_word=len(run.tokens) == 1)
    run = Run(run.start, end, run.tokens)
    word = text[run.start : run.end]
    entity = known.named(word)
    if entity:
        return _of(entity, known, run.start, run.end)
    label = hinted[run.start].label if run.start in hinted else ""
    sort, gender = sorts.of(text, run, label)
    return Phrase(run.start, run.end, run.start, run.end, sort, (word,), ("",), gender=gender)


def _known(text: str, known: Known) -> Iterator[Phrase]:
    for found in known.pattern.finditer(folded(text)):
        printed = text[found.start() : found.end()]
        entity = known.named(printed)
        if entity and bodies.OTHER_STATE.match(text, found.start()):
            continue
        if entity and (printed[0].isupper() or printed[0].isdigit() or printed in known.small):
            yield _of(entity, known, found.start(), found.end())


def _of(entity: Entity, known: Known, start: int, end: int) -> Phrase:
    sort = FIRM if entity.sort == "group" else entity.sort
    labels = entity.members or (entity.label,)
    iris = tuple(row.iri if (row := known.named(label)) else "" for label in labels)
    if sort == PERSON or (entity.members and all(" " in label for label in labels)):
        first = labels[0].split()[0]
        gender = words.first_names().get(first, "")
        sort = PERSON
    else:
        gender = ""
    plural = len(labels) > 1
    return Phrase(start, end, start, end, sort, labels, iris, gender=gender, plural=plural)


def _longest(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Those that lie in no longer one; of two of one length the first."""
    kept: list[Phrase] = []
    for row in sorted(phrases, key=lambda row: (row.start - row.end, row.start)):
        if all(row.end <= other.start or other.end <= row.start for other in kept):
            kept.append(row)
    return kept
