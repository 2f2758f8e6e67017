"""The sentence of one thing: its template, filled from the graph in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from souverain.explanation import evidence, names, slots
from souverain.explanation.facts import Facts, Node, local
from souverain.explanation.kinds import ANY, KINDS, MARKS, OBSERVED, REAL, STAGES, UNMARKED
from souverain.explanation.model import Sentence
from souverain.explanation.phrase import (
    Look,
    Phrase,
    Span,
    fill,
    join,
    plain,
    polish,
    subject,
    text,
)
from souverain.explanation.times import date
from souverain.explanation.words import Words
from souverain.vocab import SOV

FIRST_CLAUSES = 2
# Where more entities are named than this, the names are looked up anew.
MOST_NAMES = 50_000


class Writer:
    """Writes sentences about the things of one dataset, in one language."""

    facts: Facts
    words: Words

    def __init__(self, facts: Facts, words: Words) -> None:
        self.facts = facts
        self.words = words
        self._names: dict[str, Phrase] = {}

    def kind(self, node: Node) -> str:
        """The class whose sentence a thing has; nothing where there is none."""
        found = next((kind for kind in node.kinds if self.words.speaks_of(kind)), "")
        if found:
            return found
        if self.facts.is_a(node, "Entity"):
            return "Entity"
        return "Term" if node and self.facts.label(node.iri, self.words.language) else ""

    def sentence(self, iri: str) -> Sentence:
        """The whole sentence: for a claim, who says so comes first."""
        node = self.facts.node(iri)
        spans = list(self.statement(node))
        if node.all("assertedIn"):
            said = {"source": self.source(node.one("assertedIn")), "chain": self.chain(node)}
            said["statement"] = Phrase(tuple(spans))
            spans = list(fill(self.words["frame.claim"], said.__getitem__))
        finished = polish(spans, self.words.language)
        last = finished[-1]
        if last.text.endswith(".") and last.look is not Look.QUOTE:
            finished = (*finished[:-1], Span(last.text[:-1], last.look, last.iri))
        return Sentence(iri, finished, tuple(self.marks(node)))

    def statement(self, node: Node) -> Iterator[Span]:
        """What is said, without who says so."""
        kind = self.kind(node)
        template = self.words.template(kind, self.variant(node))

        @cache
        def slot(name: str) -> Phrase:
            return slots.phrase(self, node, name)

        def filled(name: str) -> Phrase:
            if name.partition(":")[0] == "verb":
                return plain(self._verb(node, kind, plural=slot(subject(template)).plural))
            return slot(name)

        return fill(template, filled)

    def variant(self, node: Node) -> str:
        """What picks a template among those of the class."""
        kind = self.kind(node)
        if kind == "StatusObservation":
            return next(iter(self.facts.value(node, "observes").kinds), "")
        if kind == "Operation":
            return "Merger" if node.all("mergingParty") else ""
        return local(node.one(KINDS.get(kind, ANY).variant))

    def state(self, node: Node) -> str:
        """The state that picks the verb."""
        kind = self.kind(node)
        if self.facts.is_a(node, "Transaction"):
            return self.stage(node)
        return local(node.one(KINDS.get(kind, ANY).state))

    def stage(self, transaction: Node) -> str:
        """The last state that its own article observes of a transaction."""
        observed = [
            local(row.one("transactionStatus"))
            for row in self.facts.by(transaction.iri, "observes")
            if local(row.one("modality")) in OBSERVED and not self.is_withdrawn(row)
        ]
        return max(observed, key=STAGES.index, default="")

    def marks(self, node: Node) -> Iterator[str]:
        """In what state, and how surely, a thing is said."""
        if self.is_withdrawn(node):
            yield self.words["withdrawn"]
        found = [node.one(name) for name in MARKS]
        if stage := self.stage(node):
            found.insert(0, SOV[stage])
        if local(node.one("channel")) == "UnknownChannel":
            found.insert(-1, node.one("channel"))
        labels = [self.label(iri) for iri in found if iri and local(iri) not in UNMARKED]
        yield from dict.fromkeys(labels)
        if "DerivedStake" in node.kinds:
            yield self.label(node.one("rule"))

    def is_withdrawn(self, node: Node) -> bool:
        """Whether somebody has withdrawn a claim."""
        return bool(self.facts.by(node.iri, "withdraws"))

    def label(self, iri: str) -> str:
        """What a concept, a class or a rule is called."""
        return self.facts.label(iri, self.words.language)

    def note(self, node: Node, name: str) -> str:
        """A text that the project wrote, in this language or else as it is."""
        found = node.one(name, self.words.language) or node.one(name)
        return text(polish([Span(found)], self.words.language))

    def name(self, iri: str) -> Phrase:
        """What an entity is called, or an article that speaks for itself."""
        if "Article" in self.facts.node(iri).kinds:
            return plain(self.words["frame.itself"], Look.ARTICLE, iri)
        if iri not in self._names:
            if len(self._names) >= MOST_NAMES:
                self._names.clear()
            self._names[iri] = names.name(self.facts, iri, self.words)
        return self._names[iri]

    def listed(self, phrases: Iterable[Phrase]) -> Phrase:
        """Phrases as a list reads."""
        return join(phrases, ", ", f" {self.words['and']} ")

    def names(self, iris: Iterable[str]) -> Phrase:
        """What several entities are called."""
        return self.listed(map(self.name, iris))

    def source(self, article: str) -> Phrase:
        """An article with its date: `article 002 (October 2012, year inferred)`."""
        when = self.facts.value(self.facts.node(article), "published")
        parts = {
            "name": plain(evidence.slug(article), Look.ARTICLE, article),
            "date": date(when, self.words) if when else Phrase(),
        }
        return Phrase(tuple(fill(self.words["frame.article"], parts.__getitem__)))

    def chain(self, node: Node) -> Phrase:
        """Whom the article cites, and whom these cite in turn."""
        speakers = [row.one("speaker") for row in self.attributions(node)]
        if node.one("speaker") in speakers:
            speakers.remove(node.one("speaker"))
        rows = []
        for number, speaker in enumerate(speakers):
            form = self.words["frame.cites_in_turn" if number else "frame.cites"]
            rows.append(Phrase(tuple(fill(form, {"speaker": self.name(speaker)}.__getitem__))))
        return join(rows, "")

    def attributions(self, node: Node) -> list[Node]:
        """The links of an attribution, from the one that the article cites itself."""
        rows: list[Node] = []
        link = self.facts.value(node, "attribution")
        while link and link not in rows:
            rows.insert(0, link)
            link = self.facts.value(link, "relayedBy")
        return rows

    def clauses(self, iris: list[str]) -> Phrase:
        """What several claims state, one after the other; the first ones, where they are many."""
        rows = [Phrase(tuple(self.statement(self.facts.node(iri)))) for iri in iris]
        if len(rows) > FIRST_CLAUSES + 1:
            left = self.words["more"].format(count=len(rows) - FIRST_CLAUSES)
            rows[FIRST_CLAUSES:] = [plain(left)]
        return join(rows, "; " if self.words.language == "en" else " ; ")

    def _verb(self, node: Node, kind: str, *, plural: bool) -> str:
        variant, state = self.variant(node), self.state(node)
        keys = iter([f"{variant}.{state}", state, variant, "default"])
        unreal = local(node.one("modality")) not in REAL
        return self.words.verb(kind, keys, plural=plural, unreal=unreal)
