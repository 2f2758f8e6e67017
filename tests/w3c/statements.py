"""RDF files as Python reads them: the statements of one file, with every literal as written."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"

# The tests stand beside the repository; they call each other by where they are published.
ROOT = Path(__file__).parents[3] / "shared" / "w3c" / "sparql"
BASE = "https://w3c.github.io/rdf-tests/sparql/"

Term = Any


def path(iri: str) -> Path:
    """The file with a published name."""
    return ROOT / iri.removeprefix(BASE)


def iri(path: Path) -> str:
    """The name under which a file is published."""
    return BASE + path.relative_to(ROOT).as_posix()


def read(file: Path) -> list[Quad]:
    """The statements of a file; its blank nodes are no other file's."""
    format = RdfFormat.from_extension(file.suffix.removeprefix("."))
    assert format, f"{file.name} is no RDF"
    return list(parse(path=file, format=format, base_iri=iri(file), rename_blank_nodes=True))


class Statements:
    """The statements of a file, to be walked from subject to object."""

    def __init__(self, quads: list[Quad]) -> None:
        self._objects: dict[tuple[Term, str], list[Term]] = defaultdict(list)
        self._subjects: dict[tuple[str, Term], list[Term]] = defaultdict(list)
        for subject, predicate, value, _ in quads:
            self._objects[subject, predicate.value].append(value)
            self._subjects[predicate.value, value].append(subject)

    def objects(self, subject: Term, predicate: str) -> list[Term]:
        """All values of a property."""
        return self._objects.get((subject, predicate), [])

    def object(self, subject: Term, predicate: str) -> Term | None:
        """The value of a property that has one at most."""
        found = self.objects(subject, predicate)
        assert len(found) <= 1, f"{subject} has several {predicate}"
        return found[0] if found else None

    def subjects(self, predicate: str, value: Term) -> list[Term]:
        """All that have a value for a property."""
        return self._subjects.get((predicate, value), [])

    def instances(self, name: str) -> list[Term]:
        """All that are of a class."""
        return self.subjects(f"{RDF}type", NamedNode(name))

    def items(self, subject: Term, predicate: str) -> list[Term]:
        """The items of the lists that are the values of a property."""
        return [item for head in self.objects(subject, predicate) for item in self._list(head)]

    def _list(self, head: Term) -> list[Term]:
        found = []
        while head != NamedNode(f"{RDF}nil"):
            found.append(self.object(head, f"{RDF}first"))
            head = self.object(head, f"{RDF}rest")
        return found
