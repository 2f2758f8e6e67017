"""Every quote slices out of its article, character for character.

Web Annotation Vocabulary: TextPositionSelector and TextQuoteSelector say the same span.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph
from rdflib.term import Node

from souverain.check.source import File, Source
from souverain.errors import Finding
from souverain.text import Article
from souverain.vocab import OA, SOV

MEND = "mend the span, or withdraw the claim; the article stands as it is"


def findings(source: Source) -> Iterator[Finding]:
    """One finding for each span, and each printed date, that its article does not hold."""
    by_iri = _articles(source)
    for file, node in source.subjects(SOV.Evidence):
        article = by_iri.get(file.graph.value(node, OA.hasSource))
        message = _fault(file.graph, node, article)
        if message:
            yield source.finding(node, "evidence-slices", message, MEND)
    for file, node in source.subjects(SOV.When):
        yield from _printed(source, file, node, by_iri)


def _articles(source: Source) -> dict[Node | None, Article]:
    return {
        node: source.articles[slug]
        for _, node in source.subjects(SOV.Article)
        if (slug := str(node).rpartition("/")[2]) in source.articles
    }


def _fault(graph: Graph, node: Node, article: Article | None) -> str:
    """Why a span does not slice; empty when it does."""
    if article is None:
        return "its article is not among the articles of the project"
    selectors = list(graph.objects(node, OA.hasSelector))
    value = {
        name: next((v for s in selectors for v in graph.objects(s, OA[name])), None)
        for name in ("start", "end", "exact", "prefix", "suffix")
    }
    if any(part is None for part in value.values()):
        return ""  # the shapes say which part is missing
    start, end = int(str(value["start"])), int(str(value["end"]))
    exact, prefix, suffix = (str(value[name]) for name in ("exact", "prefix", "suffix"))
    found = article.text[start:end]
    if found != exact:
        return f"article {article.slug} reads {found!r} from {start} to {end}, not {exact!r}"
    if not article.text[:start].endswith(prefix) or not article.text[end:].startswith(suffix):
        return f"the words around {start} to {end} in article {article.slug} are not those given"
    return ""


def _printed(
    source: Source, file: File, node: Node, by_iri: dict[Node | None, Article]
) -> Iterator[Finding]:
    """The printed words of a date stand in an article that the date's file is about."""
    words = file.graph.value(node, SOV.printedWords)
    texts = [article.text for iri, article in by_iri.items() if (iri, None, None) in file.graph]
    if words is not None and not any(str(words) in text for text in texts):
        message = f"the printed words {str(words)!r} do not stand in the article"
        yield source.finding(node, "date-words", message, MEND)
