"""What a change of a graph that was in order can put out of order: the nodes that it touches.

A core shape of ours looks at the properties of a node, and at the classes of their values. So a
node that conformed can cease to only where a statement of its own came or went, where a value of
its has another class, or where it became a target (SHACL, sections 2.1 and 4). A shape that looks
further, along a path of several steps or into another shape, is asked of all nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse, serialize
from rdflib import RDFS, SH, Graph, URIRef
from rdflib.term import Node

from souverain.check import shapes
from souverain.check.shapes import Result
from souverain.check.source import RDF_TYPE, Source
from souverain.vocab import SOV

ARTICLE = NamedNode(str(SOV.Article))
SUBCLASS = NamedNode(str(RDFS.subClassOf))
TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
# What a shape says that holds of a node, its own values, and their classes.
NEAR = frozenset(
    SH[name]
    for name in """
        alternativePath class closed datatype declare deactivated description flags hasValue
        ignoredProperties in languageIn lessThan lessThanOrEquals maxCount maxExclusive maxInclusive
        maxLength message minCount minExclusive minInclusive minLength name namespace nodeKind or
        order path pattern prefix prefixes property qualifiedMaxCount qualifiedMinCount
        qualifiedValueShape select severity sparql targetClass targetObjectsOf targetSubjectsOf
        uniqueLang
    """.split()  # noqa: SIM905
)


class Touched:
    """What the files of a source that are not sound say more or less than those that were."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def triples(self) -> set[Triple]:
        """What came and what went."""
        now = {file.name: file.content for file in self.source.files}
        was = self.source.sound
        names = (name for name in now.keys() | was.keys() if now.get(name) != was.get(name))
        found: set[Triple] = set()
        for name in names:
            found |= set(_triples(was.get(name, ""))) ^ set(_triples(now.get(name, "")))
        return found

    @property
    def is_of_articles(self) -> bool:
        """Whether an article came or went, on which the evidence in any file may stand."""
        return any(row.predicate == RDF_TYPE and row.object == ARTICLE for row in self.triples)

    def results(self, demands: Graph) -> list[Result] | None:
        """What it breaks of the core of the shapes; `None` where all nodes must be asked."""
        subjects = {row.subject for row in self.triples}
        is_wide = any(row.predicate == SUBCLASS for row in self.triples)
        if is_wide or any(isinstance(node, BlankNode) for node in subjects) or not is_near(demands):
            return None
        aiming = {NamedNode(str(name)) for name in demands.objects(None, SH.targetObjectsOf)}
        targets = {row.object for row in self.triples if row.predicate in aiming}
        touched = subjects | self._naming() | targets
        nodes = {node.value for node in touched if isinstance(node, NamedNode)}
        found = shapes.validate(self._around(nodes, aiming), demands)
        return [result for result in found if result.node in nodes]

    def _naming(self) -> set[NamedNode | BlankNode | Triple]:
        """The nodes that have one as their value whose class has changed."""
        retyped = {row.subject for row in self.triples if row.predicate == RDF_TYPE}
        store = self.source.store
        return {
            quad.subject for node in retyped for quad in store.quads_for_pattern(None, None, node)
        }

    def _around(self, nodes: set[str], aiming: set[NamedNode]) -> Graph:
        """All that a near shape looks at, of these nodes, and of the classes there are.

        It is taken from the texts: a store writes a number in a way of its own.
        """
        every = [
            row
            for file in (*self.source.files, *self.source.ontology)
            for row in _triples(file.content)
        ]
        own = [row for row in every if _named(row.subject) in nodes]
        values = {row.object for row in own if isinstance(row.object, NamedNode)}
        beside = (
            row
            for row in every
            if row.predicate == SUBCLASS
            or (row.predicate == RDF_TYPE and row.subject in values)
            or (row.predicate in aiming and _named(row.object) in nodes)
        )
        content = serialize([*own, *beside], format=RdfFormat.N_TRIPLES)
        return Graph(bind_namespaces="none").parse(data=content, format="nt")


def is_near(demands: Graph) -> bool:
    """Whether the core of some shapes looks at nothing but a node, its values and their classes."""
    terms = {row for row in demands.predicates() if str(row).startswith(str(SH))}
    aimed = {node for term in TARGETS for node in demands.subjects(term)}
    owners, owned = set(demands.subjects(SH.property)), set(demands.objects(None, SH.property))
    with_path = set(demands.subjects(SH.path))
    paths = (row for path in demands.objects(None, SH.path) for row in _steps(demands, path))
    return (
        terms <= NEAR
        and owners <= aimed
        and with_path <= owned - owners
        and all(isinstance(step, URIRef) for step in paths)
    )


def _steps(demands: Graph, path: Node) -> Iterator[Node]:
    """The properties that a path of one step takes; a blank node where it is another path."""
    choice = demands.value(path, SH.alternativePath)
    yield from demands.items(choice) if choice else [path]


def _named(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _triples(content: str) -> Iterator[Triple]:
    return (quad.triple for quad in parse(content, format=RdfFormat.TURTLE))
