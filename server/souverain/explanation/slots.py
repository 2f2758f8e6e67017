"""What fills a slot of a template: the values of a property, in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from souverain.explanation import evidence, shares, times
from souverain.explanation.facts import Node
from souverain.explanation.kinds import OWN_TEXTS, UNNAMED
from souverain.explanation.phrase import Look, Phrase, Span, join, plain, quote
from souverain.store import Term

if TYPE_CHECKING:
    from souverain.explanation.writer import Writer

Slot = Callable[["Writer", Node], Phrase]

_OPENING = re.compile(r"(The|One|An?|What|Les?|La|Une?|Ce|Des|Deux) |L’")


def phrase(writer: Writer, node: Node, name: str) -> Phrase:
    """What fills the slot of that name in a sentence about a thing; an empty phrase for nothing."""
    first, _, rest = name.partition(".")
    if rest:
        return phrase(writer, writer.facts.value(node, first), rest)
    if special := SPECIAL.get(first):
        return special(writer, node)
    found = writer.listed(_value(writer, first, term) for term in _shown(writer, node, first))
    if not found and first in UNNAMED:
        return plain(writer.words["unnamed"])
    return found


def _shown(writer: Writer, node: Node, name: str) -> list[Term]:
    """The values to show: of what the project wrote in several languages, that in this one."""
    terms = list(node.all(name))
    ours = [term for term in terms if term.language in {"", writer.words.language}]
    return (ours or terms[:1]) if name in OWN_TEXTS else terms


def _value(writer: Writer, name: str, term: Term) -> Phrase:
    if not term.is_iri:
        return _literal(writer, name, term.text)
    node = writer.facts.node(term.text)
    if node.all("edtf"):
        return times.phrase(node, writer.words)
    word = writer.words.concept(name, term.text.rpartition("#")[2])
    if word is not None:
        return plain(word)
    if "skos:Concept" in node.kinds:
        return plain(writer.label(term.text))
    return writer.name(term.text)


def _literal(writer: Writer, name: str, words: str) -> Phrase:
    if name in OWN_TEXTS:
        words = _OPENING.sub(lambda found: found[0].lower(), words, count=1)
        return plain(words)
    word = writer.words.concept(name, words)
    return quote(words) if word is None else plain(word)


def _jointly(writer: Writer, node: Node) -> Phrase:
    several = len(node.all("concerns")) > 1
    return Phrase((Span(writer.words["phrases.jointly"]),)) if several else Phrase()


def _quotes(writer: Writer, node: Node) -> Phrase:
    rows = evidence.quoted(writer.facts, node)
    return join((quote(found.get("exact", ""), row.iri) for row, found in rows), " ")


def _announced(writer: Writer, node: Node) -> Phrase:
    """What an announcement is about: its claims in words; of anything else, the names."""
    if "Announcement" in node.kinds:
        return writer.clauses(node.texts("about"))
    return writer.names(node.texts("about"))


def _with_text(name: str) -> Slot:
    """Entities, and the words in which an article prints them where it does."""

    def slot(writer: Writer, node: Node) -> Phrase:
        entities = writer.names(node.texts(name))
        words = node.one(f"{name}Text")
        printed = Phrase(quote(words).spans, plural=words.endswith("s"))
        if entities and printed:
            return Phrase((*entities.spans, Span(" ("), *printed.spans, Span(")")), entities.plural)
        return entities or printed or plain(writer.words["unsaid"])

    return slot


def _counted(name: str, counted: str = "claims") -> Slot:
    return lambda writer, node: _number(writer, counted, len(node.all(name)))


def _claims(writer: Writer, node: Node) -> Phrase:
    """How many claims name a thing, are asserted in it, or stand on it."""
    return _number(writer, "claims", len(evidence.naming_claims(writer.facts, node)))


def _articles(writer: Writer, node: Node) -> Phrase:
    rows = {row.one("assertedIn") for row in evidence.naming_claims(writer.facts, node)}
    return _number(writer, "articles", len(rows))


def _evidence(writer: Writer, node: Node) -> Phrase:
    return _number(writer, "quotes", len(writer.facts.by(node.iri, "oa:hasSource")))


def _number(writer: Writer, name: str, count: int) -> Phrase:
    spans = plain(writer.words.counted(name, count)).spans
    return Phrase(spans, writer.words.is_several(count))


def _kinds(writer: Writer, node: Node) -> Phrase:
    labels = [writer.label(term.text) for term in node.all("rdf:type")]
    return writer.listed(map(plain, labels))


def _labels(name: str) -> Slot:
    return lambda writer, node: join(map(quote, node.texts(f"skos:{name}")), ", ")


def _selected(name: str) -> Slot:
    def slot(writer: Writer, node: Node) -> Phrase:
        words = evidence.selected(writer.facts, node).get(name, "")
        return quote(words) if name == "exact" else plain(words)

    return slot


def _definition(writer: Writer, node: Node) -> Phrase:
    names = ("rdfs:comment", "skos:definition", "dcterms:description")
    found = (node.one(name, writer.words.language) for name in names)
    words = next(filter(None, found), "")
    return plain(words[:1].lower() + words[1:])


def _status(writer: Writer, node: Node) -> Phrase:
    return plain(writer.label(node.one("latestStatus")), Look.FIGURE)


def _dataset(writer: Writer, iri: str) -> Phrase:
    """The dataset that an entity is of, by what its IRI begins with."""
    prefix = f"{iri.rpartition('/')[0]}/"
    return plain(writer.words.concept("absentFrom", prefix) or prefix)


SPECIAL: dict[str, Slot] = {
    "about": _announced,
    "altLabel": _labels("altLabel"),
    "articles": _articles,
    "asOf": lambda writer, node: times.date(writer.facts.value(node, "asOf"), writer.words),
    "between": _counted("between"),
    "claims": _claims,
    "definition": _definition,
    "end": _selected("end"),
    "entity": lambda writer, node: writer.name(node.iri),
    "evidence": _evidence,
    "exact": _selected("exact"),
    "figure": shares.figure,
    "hiddenLabel": _labels("hiddenLabel"),
    "interest": shares.interest,
    "jointly": _jointly,
    "kinds": _kinds,
    "label": lambda writer, node: plain(writer.label(node.iri), Look.NAME, node.iri),
    "latestStatus": _status,
    "linkCandidate": lambda _, node: plain(
        evidence.slug(node.one("linkCandidate")), Look.NAME, node.one("linkCandidate")
    ),
    "linkedDataset": lambda writer, node: _dataset(writer, node.one("linkCandidate")),
    "linkLabel": lambda _, node: plain(node.one("linkLabel")),
    "members": lambda writer, node: writer.names(node.texts("org:hasMember")),
    "name": lambda _, node: plain(evidence.slug(node.iri), Look.ARTICLE, node.iri),
    "nothing": shares.nothing,
    "premise": _counted("premise"),
    "published": lambda writer, node: times.date(
        writer.facts.value(node, "published"), writer.words
    ),
    "quotes": _quotes,
    "reviewedOn": lambda writer, node: times.day(node.one("reviewedOn"), writer.words),
    "replacement": lambda writer, node: writer.names(node.texts("dcterms:isReplacedBy")),
    "share": shares.share,
    "source": lambda writer, node: writer.source(node.one("oa:hasSource")),
    "start": _selected("start"),
    "supported": _with_text("supported"),
    "supporter": _with_text("supporter"),
    "together": shares.together,
    "validFrom": lambda writer, node: (
        times.since(writer.facts.value(node, "validFrom"), writer.words)
        if node.all("validFrom")
        else Phrase()
    ),
    "withdrawnOn": lambda writer, node: times.day(node.one("withdrawnOn"), writer.words),
    "wouldEnd": lambda writer, node: _some(writer, node, "wouldEnd"),
    "wouldGive": lambda writer, node: _some(writer, node, "wouldGive"),
}


def _some(writer: Writer, node: Node, name: str) -> Phrase:
    return _counted(name, "stakes")(writer, node) if node.all(name) else Phrase()
