"""Nanopublications: each claim by itself, with where it is from and who published it.

nanopub.net, guidelines of 2016: a head, an assertion, its provenance and the publication info, each
a named graph. What an article says is the assertion; its words are the provenance. They are not
signed: whoever publishes them signs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from souverain.export.about import About, about, maker
from souverain.export.jsonld import PARTS
from souverain.export.linked import facts, trusty
from souverain.export.records import reading
from souverain.export.records.slots import CLAIMS
from souverain.export.selection import UNDATED, Selection
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES, SOV

NP = "http://www.nanopub.org/nschema#"
SPACE = "np/"
TYPE = NamedNode(f"{PREFIXES['rdf']}type")
LABEL = NamedNode(f"{PREFIXES['rdfs']}label")
VERSION = NamedNode(f"{PREFIXES['dcat']}version")
GRAPHS = ("Head", "assertion", "provenance", "pubinfo")
# What a claim says of where it is from, and how we read it.
FROM = frozenset(
    {
        *(str(SOV[name]) for name in ("evidence", "assertedIn", "asOf", "reportedIn")),
        *(str(SOV[name]) for name in ("attributedTo", "attribution")),
        f"{PREFIXES['skos']}editorialNote",
    }
)
# What the project computes of it, which no article says.
COMPUTED = frozenset(
    str(SOV[name])
    for name in ("intervalMin", "intervalMax", "concernsHolding", "rank", "rankReason")
)
ASSERTED_IN = str(SOV.assertedIn)
# What these say of the assertion, in PROV-O.
ORIGINS = {
    ASSERTED_IN: NamedNode(f"{PREFIXES['prov']}wasDerivedFrom"),
    str(SOV.evidence): NamedNode(f"{PREFIXES['prov']}wasDerivedFrom"),
    str(SOV.attributedTo): NamedNode(f"{PREFIXES['prov']}wasAttributedTo"),
}
Rows = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]


def write(selection: Selection, target: Target) -> Counts:
    """A nanopublication for each claim, in TriG."""
    made = Nanopublications(selection)
    prefixes = {**PREFIXES, "np": NP}
    serialize(made.quads(), target.stream, RdfFormat.TRIG, prefixes=prefixes)
    written = {"nanopublications": made.number, "quads": made.quads_written}
    return Counts({"claims": selection.claims}, written)


class Nanopublications:
    """Those of a selection, counted as they are made."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.about = about(selection)
        self.sentences = facts.Sentences(selection)
        self.number = self.quads_written = 0

    def quads(self) -> Iterator[Quad]:
        """The quads of all, one nanopublication after the other: by class, and by IRI."""
        for kind in CLAIMS:
            for iri in self.selection.subjects(kind):
                if not reading.is_withdrawn(self.selection, iri):
                    found = self.of(iri)
                    self.number += 1
                    self.quads_written += len(found)
                    yield from found

    def of(self, iri: str) -> list[Quad]:
        """The nanopublication of a claim."""
        place = f"{self.selection.origin.base}{SPACE}{trusty.PLACE}"
        told = [row for row in self._about(NamedNode(iri)) if row.predicate.value not in COMPUTED]
        source = [row for row in told if row.predicate.value in FROM]
        parts = {
            "Head": _head(place),
            "assertion": _rows(self._whole(row for row in told if row not in source)),
            "provenance": self._provenance(place, source),
            "pubinfo": self._pubinfo(iri, place),
        }
        graphs = {name: NamedNode(f"{place}#{name}") for name in parts}
        rows = {Quad(*row, graphs[name]) for name, found in parts.items() for row in found}
        return trusty.named(sorted(rows, key=_order), place)[1]

    def _about(self, thing: NamedNode) -> list[Triple]:
        return self.selection.of(thing)

    def _whole(self, triples: Iterable[Triple]) -> list[Triple]:
        """Triples, with those of the parts that their values are."""
        found, waiting = set(), list(triples)
        while waiting:
            triple = waiting.pop()
            if triple not in found:
                found.add(triple)
                waiting += self._part(triple.object) if triple.predicate != TYPE else []
        return list(found)

    def _part(self, value: object) -> list[Triple]:
        if not isinstance(value, NamedNode):
            return []
        triples = self._about(value)
        is_part = any(row.object in PARTS for row in triples if row.predicate == TYPE)
        return triples if is_part else []

    def _provenance(self, place: str, source: list[Triple]) -> Rows:
        """The words of the article and where they stand, whom it cites, and the article itself."""
        assertion = NamedNode(f"{place}#assertion")
        for row in source:
            if row.predicate.value in ORIGINS:
                yield assertion, ORIGINS[row.predicate.value], row.object  # type: ignore[misc]
        articles = [row.object for row in source if row.predicate.value == ASSERTED_IN]
        told = [row for one in articles if isinstance(one, NamedNode) for row in self._about(one)]
        yield from _rows(self._whole([*source, *told]))

    def _pubinfo(self, iri: str, place: str) -> Rows:
        """When, by whom and under what licence it is published, of which version of what."""
        this, dataset = NamedNode(place), self.about
        yield this, _dcterms("isPartOf"), NamedNode(dataset.iri)
        yield this, _dcterms("subject"), NamedNode(iri)
        yield NamedNode(dataset.iri), VERSION, Literal(dataset.version)
        for label in self.sentences.of(iri):
            yield this, LABEL, Literal(label.text, language=label.language)
        yield from _published(this, dataset)


def _published(this: NamedNode, dataset: About) -> Rows:
    if dataset.date != UNDATED:
        day = NamedNode(f"{PREFIXES['xsd']}date")
        yield this, _dcterms("created"), Literal(dataset.date, datatype=day)
    if dataset.licence:
        yield this, _dcterms("license"), NamedNode(dataset.licence)
    if dataset.creator:
        made_by = NamedNode(maker(dataset))
        yield this, _dcterms("creator"), made_by
        yield made_by, NamedNode(f"{PREFIXES['foaf']}name"), Literal(dataset.creator)


def _head(place: str) -> Rows:
    this = NamedNode(place)
    yield this, TYPE, NamedNode(f"{NP}Nanopublication")
    for name, graph in zip(("Assertion", "Provenance", "PublicationInfo"), GRAPHS[1:], strict=True):
        yield this, NamedNode(f"{NP}has{name}"), NamedNode(f"{place}#{graph}")


def _rows(triples: Iterable[Triple]) -> Rows:
    for triple in triples:
        yield triple.subject, triple.predicate, triple.object  # type: ignore[misc]


def _order(quad: Quad) -> tuple[int, str]:
    name = str(quad.graph_name).rpartition("#")[2].rstrip(">")
    return GRAPHS.index(name), str(quad)


def _dcterms(name: str) -> NamedNode:
    return NamedNode(f"{PREFIXES['dcterms']}{name}")
