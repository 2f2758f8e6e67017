"""What a change of a graph that was in order can put out of order: the nodes that it touches.

A core shape of ours looks at the properties of a node, and at the classes of their values. So a
node that conformed can cease to only where a statement of its own came or went, where a value of
its has another class, or where it became a target (SHACL, sections 2.1 and 4). A shape that looks
further, along a path of several steps or into another shape, is asked of all nodes.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize
from rdflib import RDFS, SH, Graph, URIRef
from rdflib.term import Node

from souverain.check import shapes
from souverain.check.shapes import Result
from souverain.check.source import RDF_TYPE, Source, triples_of
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


def is_of_articles(source: Source) -> bool:
    """Whether an article came or went, on which the evidence in any file may stand."""
    return any(row.predicate == RDF_TYPE and row.object == ARTICLE for row in source.difference)


def results(source: Source, demands: Graph) -> list[Result] | None:
    """What the change breaks of the core of the shapes; `None` where all nodes must be asked."""
    triples = source.difference
    subjects = {row.subject for row in triples}
    is_wide = any(row.predicate == SUBCLASS for row in triples)
    if is_wide or any(isinstance(node, BlankNode) for node in subjects) or not is_near(demands):
        return None
    aiming = {NamedNode(str(name)) for name in demands.objects(None, SH.targetObjectsOf)}
    targets = {row.object for row in triples if row.predicate in aiming}
    nodes = {_named(node) for node in subjects | _naming(source) | targets} - {""}
    found = shapes.validate(_around(source, nodes, aiming), demands)
    return [result for result in found if result.node in nodes]


def _naming(source: Source) -> set[NamedNode | BlankNode | Triple]:
    """The nodes that have one as their value whose class has changed."""
    retyped = {row.subject for row in source.difference if row.predicate == RDF_TYPE}
    store = source.store
    return {quad.subject for node in retyped for quad in store.quads_for_pattern(None, None, node)}


def _around(source: Source, nodes: set[str], aiming: set[NamedNode]) -> Graph:
    """All that a near shape looks at, of these nodes, and of the classes there are.

    It is taken from the texts: a store writes a number in a way of its own.
    """
    every = [row for file in (*source.files, *source.ontology) for row in triples_of(file.content)]
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
