"""Which claims meet what is wanted, and what else belongs to them so that they can be read.

A claim comes with its evidence, its dates, who is cited, its article, and the entities that it
names with their names. What is derived comes with its premises: it is selected where it is itself
of the class or about the entity, or where all its premises are from the article and the date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from pyoxigraph import NamedNode, Quad

from souverain import dates
from souverain.errors import DataError
from souverain.explanation.facts import Node
from souverain.export import standing
from souverain.export.origin import Origin, key
from souverain.export.shelf import Shelf
from souverain.export.standing import Standing
from souverain.export.wanted import Wanted, days
from souverain.vocab import PREFIXES, SOV

ROOTS = tuple(NamedNode(str(SOV[name])) for name in ("assertedIn", "rule"))
TYPE = NamedNode(f"{PREFIXES['rdf']}type")
MEMBER = "org:hasMember"
# What is computed of entities from all claims, which no longer fits a part of them.
SHORTCUTS = frozenset({str(SOV.ownsShareOf), str(SOV.plansShareOf)})
WHENS = ("validFrom", "validUntil", *standing.HAPPENED, "asOf")


class Narrowing:
    """The selected claims and what belongs to them."""

    def __init__(self, origin: Origin, node: Callable[[str], Node], wanted: Wanted) -> None:
        self.origin = origin
        self.node = node
        self.wanted = wanted
        self._claims = 0
        self._uncertain: set[str] = set()
        self._dates = [days(edtf) for edtf in wanted.dates]
        self._at = days(wanted.at) if wanted.at else None

    def keeps(self, quad: Quad) -> bool:
        """Whether a quad of a kept subject stays."""
        return quad.predicate.value not in SHORTCUTS

    @property
    def claims(self) -> int:
        """How many claims are selected."""
        self.kept  # noqa: B018 - counted while they are selected
        return self._claims

    @property
    def uncertain(self) -> set[str]:
        """Those that perhaps hold at the date that was asked for."""
        self.kept  # noqa: B018 - found while they are selected
        return self._uncertain

    @cached_property
    def kept(self) -> Shelf:
        """The subjects that are selected."""
        shelf = Shelf()
        for root in self._roots():
            shelf.update(self._whole(root, shelf))
        return shelf

    def _roots(self) -> Iterator[Node]:
        wanted = self.wanted
        for predicate in ROOTS:
            for quad in self.origin.quads(predicate=predicate):
                node = self.node(key(quad.subject))
                if self._passes(node):
                    self._claims += bool(node.all("assertedIn"))
                    yield node
        for entity in sorted(wanted.entities):
            if self.node(entity) and not (wanted.articles or wanted.dates or wanted.at):
                yield self.node(entity)
        if not (wanted.articles or wanted.dates or wanted.at or wanted.entities):
            yield from self._of_classes()

    def _of_classes(self) -> Iterator[Node]:
        """What is of a wanted class and is neither claim nor derived: entities, articles."""
        for iri in sorted(self.wanted.classes):
            for quad in self.origin.quads(predicate=TYPE, object=NamedNode(iri)):
                node = self.node(key(quad.subject))
                if not _is_root(node):
                    yield node

    def _whole(self, root: Node, shelf: Shelf) -> Iterator[str]:
        """A root and what belongs to it, so far as it is not on the shelf yet."""
        waiting, seen = [root], {root.iri}
        while waiting:
            node = waiting.pop()
            if node.iri in shelf:
                continue
            yield node.iri
            for iri in _parts(node):
                part = self.node(iri)
                is_told = not _is_root(part) or (_is_derived(node) and "premise" in node.values)
                if iri not in seen and part and is_told and not _is_term(part):
                    seen.add(iri)
                    waiting.append(part)

    # What is wanted.

    def _passes(self, node: Node) -> bool:
        wanted = self.wanted
        if wanted.classes and not self._is_of(node):
            return False
        if wanted.entities and not (wanted.entities & set(self._named(node))):
            return False
        claims = [self.node(iri) for iri in node.texts("premise")] or [node]
        if wanted.articles and not all(
            wanted.articles & set(claim.texts("assertedIn")) for claim in claims
        ):
            return False
        if self._dates and not all(map(self._is_dated, claims)):
            return False
        return self._at is None or self._stands(node, claims)

    def _is_of(self, node: Node) -> bool:
        kinds = {term.text for term in node.all("rdf:type")}
        return bool(
            self.wanted.classes & {*kinds, *(up for kind in kinds for up in self._up(kind))}
        )

    def _up(self, kind: str) -> Iterator[str]:
        """The classes above one."""
        for iri in self.node(kind).texts("rdfs:subClassOf"):
            yield iri
            yield from self._up(iri)

    def _named(self, node: Node) -> Iterator[str]:
        """What a claim names, and the members of the groups that it names."""
        for terms in node.values.values():
            for term in terms:
                if term.is_iri:
                    yield term.text
                    yield from self.node(term.text).texts(MEMBER)

    def _is_dated(self, claim: Node) -> bool:
        early, late = self._bounds(claim, "asOf")
        return any(
            (late is None or first <= late) and (early is None or early <= last)
            for first, last in self._dates
        )

    def _stands(self, node: Node, claims: list[Node]) -> bool:
        assert self._at
        found = set()
        for row in [node] if node.all("status") else claims:
            whens = {name: self._bounds(row, name) for name in WHENS if row.all(name)}
            found.add(standing.of(row, whens, self._at))
        if Standing.PERHAPS in found and Standing.NO not in found:
            self._uncertain.add(node.iri)
        return Standing.NO not in found

    def _bounds(self, node: Node, name: str) -> standing.Bounds:
        edtf = self.node(node.one(name)).one("edtf") if node.all(name) else ""
        return _days(edtf) if edtf else standing.UNKNOWN


@lru_cache(4096)
def _days(edtf: str) -> standing.Bounds:
    """What a date of the data can mean; all where it is no date."""
    try:
        return dates.bounds(edtf)
    except DataError:
        return standing.UNKNOWN


def _parts(node: Node) -> Iterator[str]:
    for name, terms in node.values.items():
        if name == MEMBER or not _is_entity(node):
            yield from (term.text for term in terms if term.is_iri and name != "rdf:type")


def _is_entity(node: Node) -> bool:
    return bool(node.all("skos:prefLabel"))


def _is_root(node: Node) -> bool:
    return bool(node.all("assertedIn") or node.all("rule"))


def _is_derived(node: Node) -> bool:
    return bool(node.all("rule"))


def _is_term(node: Node) -> bool:
    return bool(node.all("rdfs:isDefinedBy"))
