"""What the graph says of one thing, in sentences of one language.

Pages, answers and exports share them: the sentences are made from the graph alone, by one template
for each class and language, and know nothing of where they are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from souverain import ttl
from souverain.errors import UnknownName
from souverain.explanation import evidence, times, words
from souverain.explanation.facts import Facts, Node
from souverain.explanation.kinds import RELATED, THINGS, UNTOLD
from souverain.explanation.model import (
    Disagreement,
    Explanation,
    Quote,
    Related,
    Said,
    Sentence,
    Source,
)
from souverain.explanation.phrase import STRONG, Look, Span, polish
from souverain.explanation.words import LANGUAGES, Words
from souverain.explanation.writer import Writer
from souverain.iri import entity
from souverain.store import Dataset
from souverain.vocab import BASE

__all__ = [
    "LANGUAGES",
    "STRONG",
    "Disagreement",
    "Explainer",
    "Explanation",
    "Facts",
    "Look",
    "Node",
    "Quote",
    "Related",
    "Said",
    "Sentence",
    "Source",
    "Span",
    "Words",
    "explain",
    "find",
    "sentence",
    "sentences",
]

NOTES = ("skos:editorialNote", "rankReason", "inferenceNote", "linkMethod", "linkEvidence")


class Explainer:
    """Explains the things of one dataset in one language, each in less time than the one before.

    `facts` may be shared by explainers of the same dataset. Things are named by their IRIs.
    """

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts = facts
        self.writer = Writer(facts, words.read(language))

    def explain(self, iri: str) -> Explanation:
        """The explanation of a thing that has a sentence."""
        return _explained(self.writer, self.facts.node(iri))

    def has_sentence(self, iri: str) -> bool:
        """Whether there is something to be said of a thing."""
        return bool(self.writer.kind(self.facts.node(iri)))

    def sentence(self, iri: str) -> Sentence:
        """The sentence of such a thing."""
        return self.writer.sentence(iri)

    def statement(self, iri: str) -> Sentence:
        """What such a thing states, without who says so."""
        node = self.facts.node(iri)
        first, *rest = polish(self.writer.statement(node), self.writer.words.language)
        if first.look is Look.ARTICLE:
            first = Span(first.text[:1].upper() + first.text[1:], first.look, first.iri)
        return Sentence(iri, (first, *rest), tuple(self.writer.marks(node)))

    def cited(self, iri: str) -> tuple[Span, ...]:
        """The names of those whom a claim's article cites, the nearest to it first."""
        chain = self.writer.chain(self.facts.node(iri))
        return tuple(span for span in chain.spans if span.iri)

    def quotes(self, iri: str) -> tuple[Quote, ...]:
        """The words that a thing stands on, in the order of the text."""
        return _quotes(self.facts, self.facts.node(iri))

    def source(self, iri: str) -> Source | None:
        """The article that asserts a claim, or holds an evidence; an article itself."""
        node = self.facts.node(iri)
        article = iri if "Article" in node.kinds else node.one("oa:hasSource")
        return _source(self.writer, node.one("assertedIn") or article)

    def name(self, iri: str) -> str:
        """What a thing is called."""
        return str(self.writer.name(iri))

    def label(self, iri: str) -> str:
        """What a class, a property or a concept is called."""
        return self.writer.label(iri)


def explain(dataset: Dataset, name: str, language: str = "en") -> Explanation:
    """The explanation of a thing, by its name as `find` takes it; raises `UnknownName`."""
    writer = _writer(dataset, language)
    return _explained(writer, _found(writer, name))


def sentence(dataset: Dataset, name: str, language: str = "en") -> Sentence:
    """The sentence of a thing, by its name as `find` takes it; raises `UnknownName`."""
    writer = _writer(dataset, language)
    return writer.sentence(_found(writer, name).iri)


def sentences(dataset: Dataset, iris: Iterable[str], language: str = "en") -> list[Sentence]:
    """The sentences of several things, by their IRIs, in less time than one by one."""
    writer = _writer(dataset, language)
    return [writer.sentence(_found(writer, iri).iri) for iri in iris]


def find(dataset: Dataset, name: str) -> str:
    """The IRI of a thing that has a sentence, by its IRI or prefixed name, or by its last part.

    A part of a thing, such as a quote's position, stands for the whole. Raises `UnknownName`.
    """
    return _found(_writer(dataset, LANGUAGES[0]), name).iri


def _explained(writer: Writer, node: Node) -> Explanation:
    rule = node.one("rule")
    return Explanation(
        sentence=writer.sentence(node.iri),
        quotes=_quotes(writer.facts, node),
        article=_source(writer, node.one("assertedIn") or node.one("oa:hasSource")),
        said=_said(writer, node),
        rule=writer.sentence(rule) if rule else None,
        premises=_told(writer, node.texts("premise")),
        disagreements=_disagreements(writer, node),
        related=_related(writer, node),
        counts=_counts(writer, node),
        notes=_notes(writer, node),
    )


def _writer(dataset: Dataset, language: str) -> Writer:
    return Writer(Facts(dataset), words.read(language))


def _found(writer: Writer, name: str) -> Node:
    iri = ttl.expand(name) if ":" in name else str(entity(name))
    for candidate in (iri, iri.partition("#")[0]):
        if writer.kind(node := writer.facts.node(candidate)):
            return node
    raise UnknownName("thing", ttl.shorten(iri), _known(writer.facts))


def _known(facts: Facts) -> set[str]:
    """The short names of the things that an unknown one may have been meant for."""
    spaces = (f"{BASE}id/", f"{BASE}articles/")
    return {
        ttl.shorten(subject)
        for subject in facts.dataset.subjects()
        if subject.startswith(spaces) and "#" not in subject
    }


def _told(writer: Writer, iris: Iterable[str]) -> tuple[Sentence, ...]:
    return tuple(writer.sentence(iri) for iri in iris)


def _quotes(facts: Facts, node: Node) -> tuple[Quote, ...]:
    rows = evidence.quoted(facts, node)
    if "Evidence" in node.kinds:
        rows = [(node, evidence.selected(facts, node))]
    return tuple(
        Quote(
            iri=row.iri,
            text=found.get("exact", ""),
            article=evidence.slug(row.one("oa:hasSource")),
            start=evidence.bounds(found)[0],
            end=evidence.bounds(found)[1],
            before=found.get("prefix", ""),
            after=found.get("suffix", ""),
        )
        for row, found in rows
    )


def _source(writer: Writer, iri: str) -> Source | None:
    if not iri:
        return None
    when = writer.facts.value(writer.facts.node(iri), "published")
    return Source(
        iri=iri,
        name=evidence.slug(iri),
        date=str(times.date(when, writer.words)) if when else "",
        is_inferred=bool(times.mark(when, writer.words)),
        note=writer.note(when, "inferenceNote"),
    )


def _said(writer: Writer, node: Node) -> tuple[Said, ...]:
    links = writer.attributions(node)
    return tuple(
        Said(
            iri=link.one("speaker"),
            speaker=str(writer.name(link.one("speaker"))),
            words=link.one("attributionWords"),
        )
        for link in links
    )


def _disagreements(writer: Writer, node: Node) -> tuple[Disagreement, ...]:
    rows = {}
    for iri in (node.iri, *_stood_for(writer.facts, node)):
        for found in writer.facts.by(iri, "between"):
            rows[found.iri] = Disagreement(
                iri=found.iri,
                kind=writer.label(found.one("discrepancyKind")),
                note=writer.note(found, "discrepancyNote"),
                others=_told(writer, (other for other in found.texts("between") if other != iri)),
            )
    return tuple(rows[iri] for iri in sorted(rows))


def _stood_for(facts: Facts, node: Node) -> list[str]:
    """The premises of a derived stake that speak of the same holder and target."""
    if "DerivedStake" not in node.kinds:
        return []
    ends = ("holder", "target")
    premises = map(facts.node, node.texts("premise"))
    return [row.iri for row in premises if all(row.all(end) == node.all(end) for end in ends)]


def _related(writer: Writer, node: Node) -> tuple[Related, ...]:
    if writer.kind(node) in THINGS:
        return ()
    rows = []
    for heading, name, is_inverse in RELATED:
        nodes = (
            writer.facts.by(node.iri, name)
            if is_inverse
            else [writer.facts.node(iri) for iri in node.texts(name)]
        )
        shown = [row.iri for row in nodes if writer.kind(row) not in UNTOLD]
        if shown:
            rows.append(Related(writer.words[f"headings.{heading}"], _told(writer, shown)))
    return tuple(rows)


def _counts(writer: Writer, node: Node) -> tuple[tuple[str, int], ...]:
    """How many claims of each class name an entity, or are asserted in an article."""
    if writer.kind(node) not in {"Entity", "Article"}:
        return ()
    found = Counter(
        writer.label(kind.text)
        for claim in evidence.naming_claims(writer.facts, node)
        for kind in claim.all("rdf:type")
    )
    return tuple(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def _notes(writer: Writer, node: Node) -> tuple[str, ...]:
    """The project's own notes on a thing and on its dates."""
    own = {iri for name, rows in node.values.items() if name != "asOf" for iri, _, _ in rows}
    nodes = [node, *(row for row in map(writer.facts.node, sorted(own)) if row.all("edtf"))]
    found = (writer.note(row, name) for row in nodes for name in NOTES)
    return tuple(dict.fromkeys(filter(None, found)))
