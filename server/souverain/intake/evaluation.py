"""The evaluation of drafts against gold, and how it is told to a person or a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from souverain.errors import DataError, Finding
from souverain.intake.candidate import SLOTS, Candidate
from souverain.intake.gold import Document, rows_of
from souverain.intake.known import Known
from souverain.intake.matching import Naming, normal
from souverain.intake.scores import OVERALL, Estimate, Judged, Tally, estimates, share, total

MATCHES = ("strict", "relaxed")


@dataclass(frozen=True)
class Row:
    """The figures of one kind, or of all, by one definition of a match."""

    match: str
    kind: str
    tally: Tally
    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True)
class Evaluation:
    """The rows, the two shares, and how many documents they are over."""

    documents: int
    rows: tuple[Row, ...]
    exact: Estimate
    flagged: Estimate

    def to_json(self) -> dict[str, Any]:
        """The evaluation as an object of JSON."""
        return {
            "documents": self.documents,
            "scores": [
                {"match": row.match, "kind": row.kind, **asdict(row.tally), **_figures(row)}
                for row in self.rows
            ],
            "exact_quotes": asdict(self.exact),
            "facts_shown": asdict(self.flagged),
        }


def evaluate(judged: Sequence[Judged]) -> Evaluation:
    """The figures over documents that were judged; a kind that nobody has gets no row."""
    rows = [
        Row(match, kind, sum(tallies, Tally()), **estimates(tallies))
        for match in MATCHES
        for kind, tallies in _by_kind([getattr(document, match) for document in judged])
    ]
    return Evaluation(
        len(judged),
        tuple(rows),
        share([document.exact for document in judged]),
        share([document.flagged for document in judged]),
    )


def naming(known: Known) -> Naming:
    """The form in which names are compared: a known entity's label, else the normal form."""

    def named(name: str) -> str:
        entity = known.named(name) or known.named(normal(name))
        return normal(entity.label) if entity else normal(name)

    return named


def drafts_of(path: Path, documents: Sequence[Document]) -> dict[str, list[Candidate]]:
    """The drafts in a file of JSON lines, by the slug of the article that `article` names.

    With one document, `article` may be left out. Raises `DataError` with a finding for each line
    that is no draft of a document.
    """
    findings: list[Finding] = []
    found: dict[str, list[Candidate]] = {document.text.slug: [] for document in documents}
    only = documents[0].text.slug if len(documents) == 1 else ""
    for line, row in rows_of(path, findings):
        slug = str(row.get("article", only)).removesuffix(".txt")
        try:
            draft = Candidate.from_json(row)
        except DataError as fault:
            findings.append(Finding(str(path), line, "", "draft", str(fault), fault.hint))
            continue
        if slug in found:
            found[slug].append(draft)
        else:
            message = f"no document of the gold is called {slug!r}"
            hint = "name the article of each draft in `article`"
            findings.append(Finding(str(path), line, "", "draft", message, hint))
    if findings:
        raise DataError(f"{len(findings)} lines of the drafts are at fault", findings=findings)
    return found


def _figures(row: Row) -> dict[str, dict[str, float | None]]:
    return {name: asdict(getattr(row, name)) for name in ("precision", "recall", "f1")}


def _by_kind(
    documents: Sequence[Mapping[str, Tally]],
) -> Iterator[tuple[str, list[Tally]]]:
    for kind in SLOTS:
        tallies = [document[kind] for document in documents]
        if sum(tallies, Tally()) != Tally():
            yield kind, tallies
    yield OVERALL, [total(document) for document in documents]
