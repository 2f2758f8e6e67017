"""The articles of a site with all that their pages are made of, in no language yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from souverain import text
from souverain.errors import DataError
from souverain.explanation.evidence import slug
from souverain.files import Project
from souverain.pages.article import highlight
from souverain.pages.article.coverage import Coverage, Sentence, coverage
from souverain.pages.article.highlight import Passage
from souverain.pages.article.reading import PLAIN, Quoted, Reading, read
from souverain.query.evaluation import Query, evaluate
from souverain.question import Question
from souverain.vocab import SOV

if TYPE_CHECKING:
    from souverain.pages.site import Site

ADDS = "article-adds"


class Kept(NamedTuple):
    """An article that was read.

    `cuts` numbers the spans that cross others, `withdrawals` has the reason for a claim that was
    withdrawn, `alone` the claims that name what no other article names, by what they name.
    """

    reading: Reading
    passages: tuple[Passage, ...]
    cuts: Mapping[str, int]
    coverage: Coverage
    withdrawals: Mapping[str, str]
    alone: Mapping[str, tuple[str, ...]]


class Archive(NamedTuple):
    """The articles of the graph by their slugs; `fault` says why their texts are not there."""

    articles: Mapping[str, Kept]
    fault: str


class Texts(NamedTuple):
    """The articles of a project by their slugs, and why a sentence of one states no fact."""

    articles: Mapping[str, text.Article]
    reasons: Mapping[tuple[str, int], str]
    fault: str


def archive(site: Site) -> Archive:
    """The articles of a site."""
    return site.once("articles", lambda: _made(site))


def _read(project: Project) -> Texts:
    try:
        return Texts(text.load(project), text.no_facts(project), "")
    except DataError as fault:
        return Texts({}, {}, str(fault))


def _made(site: Site) -> Archive:
    texts, reasons, fault = site.of_project("articles", lambda: _read(site.project))
    adds = site.questions.get(ADDS)
    articles = {}
    for node in sorted(site.facts.by(SOV.Article, "rdf:type"), key=lambda node: node.iri):
        name = slug(node.iri)
        reading = read(site.facts, node.iri, texts.get(name))
        articles[name] = _kept(site, reading, _of(name, reasons), adds)
    return Archive(articles, fault)


def _of(name: str, reasons: Mapping[tuple[str, int], str]) -> dict[int, str]:
    return {number: reason for (article, number), reason in reasons.items() if article == name}


def _kept(site: Site, reading: Reading, reasons: Mapping[int, str], adds: Question | None) -> Kept:
    withdrawals = {claim: _reason(site, claim) for claim in reading.withdrawn}
    covered = coverage(reading, reasons, withdrawals)
    plain = [_span(sentence) for sentence in covered.untold]
    passages = highlight.passages(reading.text, [*reading.quoted, *plain])
    return Kept(
        reading,
        passages,
        highlight.cuts(passages),
        covered,
        withdrawals,
        _alone(site, reading, adds),
    )


def _span(sentence: Sentence) -> Quoted:
    return Quoted(sentence.name, sentence.start, sentence.end, (), (PLAIN,))


def _reason(site: Site, claim: str) -> str:
    found = (row.one("withdrawalReason") for row in site.facts.by(claim, "withdraws"))
    return "; ".join(sorted(found))


def _alone(site: Site, reading: Reading, adds: Question | None) -> dict[str, tuple[str, ...]]:
    """What `article-adds` finds: each thing that is named, with the mentions that name it."""
    if adds is None:
        return {}
    query = Query(adds.text, substitutions=adds.bind({"article": reading.iri}))
    rows = evaluate(site.dataset.store, query, site.dataset.prefixes)
    names = dict.fromkeys(row["entity"].value for row in rows)  # type: ignore[union-attr]
    return {name: _mentions(site, reading, name) for name in names}


def _mentions(site: Site, reading: Reading, entity: str) -> tuple[str, ...]:
    naming = {row.iri for row in site.facts.by(entity, "mentions")} - reading.withdrawn
    return tuple(claim for claim in reading.claims if claim in naming)
