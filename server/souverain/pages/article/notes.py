"""The margin of an article: its claims in one language, each beside the words that it quotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from souverain.explanation import Sentence, Source, Span
from souverain.pages.article.archive import Kept
from souverain.pages.article.coverage import Sentence as Untold
from souverain.pages.article.highlight import Passage
from souverain.pages.article.kinds import MENTION
from souverain.pages.article.reading import Quoted, last
from souverain.pages.page import Page
from souverain.pages.telling import Told
from souverain.vocab import SOV


class Note(NamedTuple):
    """A claim in the margin: what it states, whom the article cites for it, where it stands.

    `marks` are those beside its state and modality; `differs` names the first discrepancy that it
    is part of; `reason` says why it was withdrawn.
    """

    name: str
    kind: str
    told: Told
    statement: Sentence
    marks: tuple[str, ...]
    cited: tuple[Span, ...]
    places: tuple[Quoted, ...]
    differs: str
    reason: str


class Margin(NamedTuple):
    """What stands beside a paragraph, in the order of the text: claims, sentences without one.

    A claim that stands in an earlier paragraph is among `again`.
    """

    rows: tuple[Note | Untold, ...]
    mentions: tuple[Note, ...]
    again: tuple[Note, ...]

    @property
    def claims(self) -> int:
        """How many claims there are, mentions apart."""
        return sum(1 for row in self.rows if isinstance(row, Note))


class Difference(NamedTuple):
    """A discrepancy: what kind it is of, and the claims of the article and of the others."""

    name: str
    iri: str
    kind: str
    note: str
    own: tuple[Note, ...]
    others: tuple[tuple[Told, Sentence, Source | None], ...]


def notes(page: Page, kept: Kept) -> Mapping[str, Note]:
    """Every claim of the article, in the order of the text."""
    claims = kept.reading.claims
    key = ("notes", kept.reading.iri, page.language)
    return page.site.once(key, lambda: {claim: _note(page, kept, claim) for claim in claims})


def margin(passage: Passage, kept: Kept, found: Mapping[str, Note]) -> Margin:
    """What stands beside a paragraph."""
    here = [row for row in kept.reading.quoted if passage.start <= row.start < passage.end]
    beside = [found[claim] for claim in dict.fromkeys(c for row in here for c in row.claims)]
    new = [note for note in beside if note.places[0].start >= passage.start]
    rows: list[tuple[int, Note | Untold]] = [
        (note.places[0].start, note) for note in new if note.kind != MENTION
    ]
    rows += [
        (row.start, row) for row in kept.coverage.untold if passage.start <= row.start < passage.end
    ]
    return Margin(
        tuple(note for _, note in sorted(rows, key=lambda row: row[0])),
        tuple(note for note in new if note.kind == MENTION),
        tuple(note for note in beside if note not in new),
    )


def astray(kept: Kept, found: Mapping[str, Note]) -> list[Note]:
    """The claims that quote no words of the text."""
    return [note for note in found.values() if note.told.iri not in kept.reading.places]


def differences(page: Page, kept: Kept, found: Mapping[str, Note]) -> list[Difference]:
    """Where claims of the article differ from others, in the order of the text."""
    facts, reading = page.site.facts, kept.reading
    rows = {row.iri: row for claim in reading.standing for row in facts.by(claim, "between")}
    made = []
    for iri, row in rows.items():
        between = [other for other in row.texts("between") if not facts.by(other, "withdraws")]
        made.append(
            Difference(
                name=last(iri),
                iri=iri,
                kind=page.label(row.one("discrepancyKind")),
                note=page.explainer.writer.note(row, "discrepancyNote"),
                own=tuple(note for claim, note in found.items() if claim in between),
                others=tuple(_other(page, claim) for claim in between if claim not in found),
            )
        )
    return made


def _other(page: Page, claim: str) -> tuple[Told, Sentence, Source | None]:
    return page.told(claim), page.explainer.statement(claim), page.explainer.source(claim)


def _note(page: Page, kept: Kept, claim: str) -> Note:
    reading, told = kept.reading, page.told(claim)
    statement = page.explainer.statement(claim)
    shown = {page.label(SOV[name]) for name in (told.state, told.modality) if name}
    return Note(
        name=last(claim),
        kind=reading.claims[claim],
        told=told,
        statement=statement,
        marks=tuple(mark for mark in statement.marks if mark not in shown),
        cited=page.explainer.cited(claim),
        places=reading.places.get(claim, ()),
        differs=next((last(row.iri) for row in page.site.facts.by(claim, "between")), ""),
        reason=kept.withdrawals.get(claim, ""),
    )
