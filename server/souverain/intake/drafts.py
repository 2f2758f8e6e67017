"""Drafts: what an article probably says, kept in a named graph apart until a person decides.

A file of the folder `drafts/` is an article's, and is the named graph `graph/drafts/<article>`. It
stands beside `graph/`, so that nothing there is ever served, checked, derived from or counted. A
draft is a Web Annotation of its article: its target is the span, by position and by quote, and its
body the candidate as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rdflib import DCTERMS, RDF, Graph, Literal, URIRef
from rdflib.term import Node

from souverain import iri, ttl
from souverain.errors import DataError, Finding
from souverain.files import Project
from souverain.intake.candidate import Candidate, Span
from souverain.intake.decisions import read, standing
from souverain.text import Article
from souverain.vocab import BASE, OA

FOLDER = "drafts"
JSON = "application/json"


@dataclass(frozen=True)
class Drafts:
    """The drafts of one article by their ids, and the sentences that probably state one more."""

    drafts: dict[str, Candidate]
    flagged: tuple[Span, ...] = ()

    @property
    def unfilled(self) -> list[Span]:
        """The flagged sentences from which nothing is drafted, for a person to fill."""
        rows = self.drafts.values()
        return [
            span
            for span in self.flagged
            if not any(row.start < span.end and row.end > span.start for row in rows)
        ]


@dataclass(frozen=True)
class Kept:
    """How many drafts are new, were there already, or are gone since no rule gives them now."""

    new: int
    known: int
    gone: int


def path(project: Project, slug: str) -> Path:
    """The file with the drafts of an article."""
    return project.root / FOLDER / f"{slug}.ttl"


def articles(project: Project) -> list[str]:
    """The articles that have drafts, in order."""
    return sorted(file.stem for file in (project.root / FOLDER).glob("*.ttl"))


def flagged_id(span: Span) -> str:
    """What a flagged sentence is called in the log of decisions."""
    return f"sentence-{span.start}-{span.end}"


def keep(
    project: Project,
    article: Article,
    candidates: Sequence[Candidate],
    flagged: Iterable[Span],
    base: str = BASE,
) -> Kept:
    """Keep what was drafted from an article; to do so again changes nothing.

    A draft that a person decided on stays as it is, whatever the rules say now; any other goes
    when no rule gives it any more. Raises `DataError` for a quote that does not slice.
    """
    _demand_quotes(article, candidates)
    before = load(project, article.slug) if path(project, article.slug).is_file() else Drafts({})
    reviewed = standing(read(project, article.slug)).keys()
    found = {candidate.identity(article.slug): candidate for candidate in candidates}
    held = {key: row for key, row in before.drafts.items() if key in reviewed}
    drafts = dict(sorted((found | held).items(), key=lambda row: _place(row[1])))
    write(project, article, Drafts(drafts, tuple(sorted(set(flagged)))), base)
    known = len(before.drafts.keys() & drafts.keys())
    return Kept(len(drafts) - known, known, len(before.drafts) - known)


def load(project: Project, slug: str) -> Drafts:
    """The drafts of an article; raises `Unreadable`, or `DataError` for a file that is at fault."""
    file = path(project, slug)
    name = project.name(file)
    graph = ttl.read(file, name)
    drafts: dict[str, Candidate] = {}
    flagged: list[Span] = []
    for node in graph.subjects(RDF.type, OA.Annotation):
        if (node, OA.motivatedBy, OA.questioning) in graph:
            flagged.append(_span(graph, node, name))
        else:
            body = graph.value(node, OA.hasBody)
            drafts[str(graph.value(node, DCTERMS.identifier))] = _candidate(graph, body, name)
    ordered = sorted(drafts.items(), key=lambda row: _place(row[1]))
    return Drafts(dict(ordered), tuple(sorted(flagged)))


def write(project: Project, article: Article, drafts: Drafts, base: str = BASE) -> None:
    """Write the drafts of an article as its named graph, in the one form."""
    graph = Graph(bind_namespaces="none")
    for key, candidate in drafts.drafts.items():
        node = iri.entity(f"draft-{article.slug}-{key}", base)
        body = iri.part(node, "body")
        said = json.dumps(candidate.to_json(), ensure_ascii=False, sort_keys=True)
        for triple in (
            (node, OA.motivatedBy, OA.describing),
            (node, DCTERMS.identifier, Literal(key)),
            (node, OA.hasBody, body),
            (body, RDF.type, OA.TextualBody),
            (body, DCTERMS["format"], Literal(JSON)),
            (body, RDF.value, Literal(said)),
            *_target(node, article, candidate.start, candidate.end, base),
        ):
            graph.add(triple)
    for span in drafts.flagged:
        node = iri.entity(f"flagged-{article.slug}-{span.start}-{span.end}", base)
        graph.add((node, OA.motivatedBy, OA.questioning))
        for triple in _target(node, article, span.start, span.end, base):
            graph.add(triple)
    project.write(path(project, article.slug), ttl.write(graph))


def _target(
    node: URIRef, article: Article, start: int, end: int, base: str
) -> Iterator[tuple[Node, URIRef, Node]]:
    """Web Annotation: what an annotation is about, a span by its position and by its quote."""
    parts = (iri.part(node, name) for name in ("target", "position", "quote"))
    target, position, quote = parts
    span = article.span(start, end)
    yield node, RDF.type, OA.Annotation
    yield node, OA.hasTarget, target
    yield target, OA.hasSource, iri.article(article.slug, base)
    yield target, OA.hasSelector, position
    yield target, OA.hasSelector, quote
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, Literal(start)
    yield position, OA.end, Literal(end)
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, Literal(span.exact)
    yield quote, OA.prefix, Literal(span.prefix)
    yield quote, OA.suffix, Literal(span.suffix)


def _span(graph: Graph, node: Node, name: str) -> Span:
    target = graph.value(node, OA.hasTarget)
    selectors = list(graph.objects(target, OA.hasSelector))
    found = {
        predicate: graph.value(selector, predicate)
        for selector in selectors
        for predicate in (OA.start, OA.end, OA.exact)
        if (selector, predicate, None) in graph
    }
    if len(found) != 3:
        raise _fault(name, f"{ttl.shorten(str(node))} has no whole target")
    return Span(int(str(found[OA.start])), int(str(found[OA.end])), str(found[OA.exact]))


def _candidate(graph: Graph, body: Node | None, name: str) -> Candidate:
    try:
        return Candidate.from_json(json.loads(str(graph.value(body, RDF.value))))
    except (json.JSONDecodeError, TypeError) as fault:
        raise _fault(name, f"a draft's body is no candidate: {fault}") from fault


def _demand_quotes(article: Article, candidates: Iterable[Candidate]) -> None:
    for row in candidates:
        if article.text[row.start : row.end] != row.quote or row.start >= row.end:
            raise DataError(
                f"a draft's quote is not what article {article.slug} has at {row.start}-{row.end}",
                hint="draft the article again",
            )


def _place(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.start, candidate.end, candidate.kind


def _fault(name: str, message: str) -> DataError:
    hint = "draft the article again: souverain add"
    return DataError(
        f"{name}: {message}", hint=hint, findings=[Finding(name, 0, "", "draft", message, hint)]
    )
