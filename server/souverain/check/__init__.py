"""Everything that must hold of a graph: form, evidence, dates, shapes, coverage, derived layer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import RDF

from souverain.check import (
    apart,
    conformance,
    coverage,
    dates,
    derived,
    evidence,
    source,
    structure,
    tables,
    touched,
)
from souverain.check.coverage import Sentence
from souverain.check.source import Source
from souverain.errors import DataError, Finding
from souverain.files import Project
from souverain.vocab import SOV

Progress = Callable[[Sequence[Any], str], Iterator[Any]]
Check = Callable[[Source], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    structure.findings,
    apart.findings,
    evidence.findings,
    dates.findings,
    coverage.findings,
    derived.findings,
    tables.findings,
    conformance.findings,
)
# What a build has just made is as the rules and the links say.
BUILT = (derived.findings, tables.findings)


@dataclass(frozen=True)
class Report:
    """What a check found, and the counts of what it looked at."""

    findings: list[Finding]
    sentences: list[Sentence]
    triples: int
    claims: int
    spans: int

    def summary(self) -> str:
        """The counts in one line."""
        return (
            f"{self.triples} triples, {self.claims} claims, {self.spans} evidence spans, "
            f"{len(self.sentences)} sentences accounted for"
        )


def _silent(items: Sequence[Any], _label: str) -> Iterator[Any]:
    yield from items


def _run(step: Check, read: Source) -> Iterator[Finding]:
    try:
        yield from step(read)
    except DataError as fault:
        yield from fault.findings


def check(project: Project, language: str = "en", progress: Progress = _silent) -> Report:
    """Run every check of the table over a project; `language` is that of the shapes' messages.

    Where a file does not parse or an article is missing or altered, that alone is reported: what
    stands on it would only repeat it.
    """
    read = source.read(project, language)
    found = _found(read, progress(CHECKS, "checking"))
    sentences = [] if read.findings else coverage.sentences(read)
    claims = sum(1 for f in read.files for _ in f.graph.subjects(SOV.assertedIn))
    spans = sum(1 for f in read.files for _ in f.graph.subjects(RDF.type, SOV.Evidence))
    triples = sum(len(file.graph) for file in read.files)
    return Report(found, sentences, triples, claims, spans)


def built(project: Project, sound: Mapping[str, str]) -> list[Finding]:
    """What `check` finds in a project that has just been built, in as little time as it takes.

    `sound` has texts of the graph's files by their names, which were in order together, by the same
    ontology, articles and program; of what differs from them all is asked that it may have put out
    of order. Where it is empty, everything is asked.
    """
    steps = [step for step in CHECKS if step not in BUILT]
    read = source.read(project, sound=sound)
    if sound and not read.findings and touched.is_of_articles(read):
        read = source.read(project)
    return _found(read, steps)


def _found(read: Source, steps: Iterable[Check]) -> list[Finding]:
    found = read.findings or [finding for step in steps for finding in _run(step, read)]
    return sorted(set(found))
