"""What articles say beside what Wikidata says: agreement, contradiction, and what either lacks.

The queries of `ontology/comparison/` decide; each tells in its head what it takes for what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from souverain import iri, question
from souverain.errors import UsageError
from souverain.files import Project
from souverain.query.evaluation import Query, evaluate
from souverain.store import Dataset
from souverain.vocab import BASE

GRAPH = "wikidata"
AGREES, CONTRADICTS, LACKS = "agrees", "contradicts", "lacks"
VERDICTS = (CONTRADICTS, LACKS, AGREES, "undecided", "notCompared")
PARTS = ("stakes", "roles", "dates")
ENRICH = "souverain link enrich"


@dataclass(frozen=True)
class Compared:
    """One claim, and what there is to say of it.

    `part` is one of `PARTS`, `verdict` of `VERDICTS`, and `why` is the reason in one word; `said`
    and `date` are what the claim says and when it is told, `statement` and `theirs` those of
    Wikidata. What is not there is empty. `property` is that of Wikidata by which `subject` would
    have `object`.
    """

    part: str
    claim: str
    article: str
    subject: str
    property: str
    object: str
    said: str
    date: str
    verdict: str
    why: str
    statement: str
    theirs: str


COLUMNS = tuple(Compared.__dataclass_fields__)


def is_retrieved(dataset: Dataset, base: str = BASE) -> bool:
    """Whether there is anything of Wikidata's to compare with."""
    return str(iri.graph(GRAPH, base)) in dataset.named


def demand_retrieved(dataset: Dataset, base: str = BASE) -> None:
    """Raise `UsageError` where there is nothing to compare with."""
    if not is_retrieved(dataset, base):
        raise UsageError(
            "nothing was retrieved from Wikidata yet, so there is nothing to compare with",
            hint=f"retrieve it first: {ENRICH}",
        )


def queries(project: Project) -> dict[str, str]:
    """The query of each part; raises `Unreadable`."""
    files = {path.stem: path for path in project.comparison_files()}
    return {
        part: question.read(project.read(files[part]), part).text for part in PARTS if part in files
    }


def drafting(project: Project) -> str:
    """The query for what a claim says that Wikidata may be told; raises `Unreadable`."""
    path = project.ontology / "comparison" / "drafts.rq"
    return question.read(project.read(path), path.stem).text


def compare(dataset: Dataset, texts: Mapping[str, str]) -> list[Compared]:
    """One row for each claim that can be compared, or why it cannot, by part and claim."""
    return [row for part, text in texts.items() for row in _part(dataset, part, text)]


def _part(dataset: Dataset, part: str, text: str) -> Iterator[Compared]:
    seen: set[str] = set()
    solutions = cast("Any", evaluate(dataset.store, Query(text)))
    for row in solutions:
        claim = row["claim"].value
        if claim not in seen:  # the first is the nearest
            seen.add(claim)
            cells = {name: row[name].value if row[name] else "" for name in COLUMNS[1:]}
            yield Compared(part=part, **cells)
