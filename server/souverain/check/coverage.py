"""Every sentence of an article is accounted for: it supports a claim, or states no fact and why.

A claim that was withdrawn supports nothing; the reason of its withdrawal then accounts for the
sentence. The sentences are data (`seeds/sentences.tsv`), and so is the list of those without a fact
(`seeds/no-facts.tsv`), so that a figure cannot change with a splitter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Graph
from rdflib.term import Node

from souverain.check.evidence import bounds
from souverain.check.source import Source
from souverain.errors import Finding
from souverain.text import NO_FACTS, Article
from souverain.vocab import OA, SOV


@dataclass(frozen=True)
class Sentence:
    """One sentence: its number from 1, its words, how many claims quote it, or why none does.

    Claims that were withdrawn do not count.
    """

    article: str
    number: int
    words: str
    claims: int
    reason: str

    @property
    def accounted(self) -> bool:
        """Whether a claim quotes the sentence or the list says why none does."""
        return self.claims > 0 or bool(self.reason)


def sentences(source: Source) -> list[Sentence]:
    """The sentences of each article that is in the graph, in the order of the text."""
    found = []
    for file, node in source.subjects(SOV.Article):
        article = source.articles.get(str(node).rpartition("/")[2])
        if article is None:
            continue
        spans = list(_spans(file.graph, node))
        gone = _withdrawn(file.graph)
        for number, (start, end) in enumerate(article.sentences, start=1):
            words = article.text[start:end].strip()
            claims = {claim for claim, s, e in spans if s < start + len(words) and e > start}
            reason = source.no_facts.get((article.slug, number), "")
            left = claims - gone.keys()
            if claims and not left:
                reason = "; ".join(sorted({gone[claim] for claim in claims}))
            found.append(Sentence(article.slug, number, words, len(left), reason))
    return found


def findings(source: Source) -> Iterator[Finding]:
    """Sentences that nothing accounts for, and bounds that do not tile their text."""
    file = f"seeds/{NO_FACTS}"
    for sentence in sentences(source):
        if not sentence.accounted:
            message = f"sentence {sentence.number} of article {sentence.article} supports no claim"
            hint = f"claim what « {sentence.words} » says, or list it in {file} with the reason"
            yield Finding(file, 0, "", "coverage", message, hint)
    for article in source.articles.values():
        if not _tiles(article):
            message = f"the sentences of article {article.slug} do not tile its text"
            hint = "each sentence begins where the one before it ends, from 0 to the last character"
            yield Finding("seeds/sentences.tsv", 0, "", "sentences-tile", message, hint)


def _spans(graph: Graph, article: Node) -> Iterator[tuple[Node, int, int]]:
    """The claims of an article, mentions apart, with the bounds of each span that they quote."""
    for claim, evidence in graph.subject_objects(SOV.evidence):
        if (claim, None, SOV.Mention) in graph or (evidence, OA.hasSource, article) not in graph:
            continue
        for selector in graph.objects(evidence, OA.hasSelector):
            if found := bounds(graph, selector):
                yield claim, *found


def _withdrawn(graph: Graph) -> dict[Node, str]:
    """The claims of an article that were withdrawn, and their parts, with the reason."""
    reasons = {
        str(claim): f"withdrawn: {reason}"
        for withdrawal, claim in graph.subject_objects(SOV.withdraws)
        for reason in sorted(graph.objects(withdrawal, SOV.withdrawalReason), key=str)
    }
    names = {node: str(node).partition("#")[0] for node in set(graph.subjects(SOV.evidence))}
    return {node: reasons[name] for node, name in names.items() if name in reasons}


def _tiles(article: Article) -> bool:
    ends = [0, *(end for _, end in article.sentences)]
    starts = [start for start, _ in article.sentences]
    return starts == ends[:-1] and ends[-1] == len(article.text)
