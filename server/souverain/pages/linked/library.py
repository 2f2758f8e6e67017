"""Every address of the graph: which IRIs stand at it, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from souverain.explanation import Facts
from souverain.folding import hyphened
from souverain.pages.linked import contents
from souverain.pages.linked.contents import Contents
from souverain.query import statements
from souverain.query.statements import Statement
from souverain.store import Dataset

# Of a thing that only others speak of, so much of what they say is enough.
MOST_NAMING = 500
LABELS = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")
LONGEST_NAME = 200


class Library:
    """The documents of a dataset, by the path of their address without escapes.

    A document holds what is said of the IRI that is its address, and of the parts of that thing:
    the IRIs with the same address and a fragment. Shapes are documents too, beside the data.
    """

    def __init__(self, facts: Facts, shapes: Dataset, base: str) -> None:
        self.base = base
        self.facts = facts
        self.dataset = dataset = facts.dataset
        self.shapes = shapes
        self._iris: dict[str, dict[str, None]] = {}
        self._subjects: set[str] = set()
        self._contents: dict[str, Contents] = {}
        for data in (dataset, self.shapes):
            named, subjects = statements.names(data)
            self._subjects |= subjects
            self._add(named | dataset.named.keys())

    def __iter__(self) -> Iterator[str]:
        """The IRIs that have addresses, without those of parts."""
        for iris in self._iris.values():
            yield from dict.fromkeys(iri.partition("#")[0] for iri in iris)

    def find(self, path: str, raw_path: str = "") -> str:
        """The IRI that a path, without escapes, is the address of; empty where it is none's.

        Of several that differ in escapes alone it is the one with those of the raw path.
        """
        path = path.removeprefix("/")
        iris = self._iris.get(path) or self._iris.get(unquote(path), {})
        found = [iri.partition("#")[0] for iri in iris]
        exact = self.base + raw_path.removeprefix("/")
        return exact if exact in found else next(iter(found), "")

    def iris(self, iri: str) -> list[str]:
        """The IRIs that stand at the address of one."""
        return list(self._iris.get(self._path(iri), ()))

    def is_said_of(self, iri: str) -> bool:
        """Whether anything is said of it, rather than by way of it."""
        return iri in self._subjects

    def statements(self, iri: str) -> list[Statement]:
        """What the document at the address of an IRI holds."""
        data, iris = self.dataset, self.iris(iri)
        found = statements.within(data, iri) if iri in data.named else []
        told = statements.subjects(found)
        said = [row for row in iris if row in self._subjects and row not in told]
        found += statements.about(data, said) + statements.about(self.shapes, said)
        for other in iris:
            if other not in self._subjects:
                found += statements.naming(data, other, MOST_NAMING)
        return list(dict.fromkeys(found))

    def contents(self, graph: str) -> Contents:
        """What a named graph holds; it is looked through once."""
        if graph not in self._contents:
            rows = sorted(statements.rows(self.statements(graph)))
            self._contents[graph] = contents.of(graph, rows)
        return self._contents[graph]

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """The IRIs of documents by what they may be asked for: the end of an address, a name."""
        found: dict[str, list[str]] = {}
        for iri in self:
            found.setdefault(hyphened(unquote(iri).rpartition("/")[2]), []).append(iri)
            for text in (text for label in LABELS for text in self.facts.node(iri).texts(label)):
                found.setdefault(hyphened(text[:LONGEST_NAME]), []).append(iri)
        return found

    def _add(self, iris: set[str]) -> None:
        for iri in sorted(iris):
            if iri.startswith(self.base):
                self._iris.setdefault(self._path(iri), {})[iri] = None

    def _path(self, iri: str) -> str:
        return unquote(iri.removeprefix(self.base).partition("#")[0])
