"""Every quote slices out of its article, character for character.

Web Annotation Vocabulary: TextPositionSelector and TextQuoteSelector say the same span.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph, URIRef
from rdflib.term import Node

from souverain.check.source import File, Source
from souverain.errors import Finding
from souverain.text import Article
from souverain.vocab import OA, SOV

WORDS = ("exact", "prefix", "suffix")
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


def bounds(graph: Graph, selector: Node) -> tuple[int, int] | None:
    """Where a selector's span begins and ends, where it says so in numbers."""
    start, end = graph.value(selector, OA.start), graph.value(selector, OA.end)
    try:
        return int(str(start)), int(str(end))
    except ValueError:
        return None


def _articles(source: Source) -> dict[Node | None, Article]:
    return {
        URIRef(node.value): source.articles[slug]
        for node in source.of_class(SOV.Article)
        if (slug := node.value.rpartition("/")[2]) in source.articles
    }


def _fault(graph: Graph, node: Node, article: Article | None) -> str:
    """Why a span does not slice; empty when it does."""
    if article is None:
        return "its article is not among the articles of the project"
    selectors = list(graph.objects(node, OA.hasSelector))
    place = next((found for row in selectors if (found := bounds(graph, row))), None)
    words = [
        str(text) for name in WORDS for row in selectors for text in graph.objects(row, OA[name])
    ]
    if place is None or len(words) != len(WORDS):
        return ""  # the shapes say which part is missing
    start, end = place
    exact, prefix, suffix = words
    read = article.text[start:end]
    if read != exact:
        return f"article {article.slug} reads {read!r} from {start} to {end}, not {exact!r}"
    if not article.text[:start].endswith(prefix) or not article.text[end:].startswith(suffix):
        return f"the words around {start} to {end} in article {article.slug} are not those given"
    return ""


def _printed(
    source: Source, file: File, node: Node, by_iri: dict[Node | None, Article]
) -> Iterator[Finding]:
    """The printed words of a date stand in an article that the date's file is about.

    A date of publication that came with the article, not in it, has its EDTF as its words.
    """
    words = file.graph.value(node, SOV.printedWords)
    is_of_article = (None, SOV.published, node) in file.graph
    told = is_of_article and str(words) == str(file.graph.value(node, SOV.edtf))
    texts = [article.text for iri, article in by_iri.items() if (iri, None, None) in file.graph]
    if words is not None and not told and not any(str(words) in text for text in texts):
        message = f"the printed words {str(words)!r} do not stand in the article"
        yield source.finding(node, "date-words", message, MEND)
