"""The schema of SPARQL 1.1 Service Description: what each property is of, and what it leads to."""

from __future__ import annotations

from pyoxigraph import BlankNode, NamedNode, Quad

from .statements import RDF

SD = "http://www.w3.org/ns/sparql-service-description#"
ANYTHING = ""
# For each property, its domain and its range.
PROPERTIES = {
    "endpoint": ("Service", ANYTHING),
    "feature": ("Service", "Feature"),
    "defaultEntailmentRegime": ("Service", ANYTHING),
    "entailmentRegime": ("NamedGraph", ANYTHING),
    "defaultSupportedEntailmentProfile": ("Service", ANYTHING),
    "supportedEntailmentProfile": ("NamedGraph", ANYTHING),
    "extensionFunction": ("Service", "Function"),
    "extensionAggregate": ("Service", "Aggregate"),
    "languageExtension": ("Service", "Feature"),
    "supportedLanguage": ("Service", "Language"),
    "propertyFeature": ("Service", "Feature"),
    "defaultDataset": ("Service", "Dataset"),
    "availableGraphs": ("Service", "GraphCollection"),
    "resultFormat": ("Service", ANYTHING),
    "inputFormat": ("Service", ANYTHING),
    "defaultGraph": ("Dataset", "Graph"),
    "namedGraph": ("GraphCollection", "NamedGraph"),
    "name": ("NamedGraph", ANYTHING),
    "graph": ("NamedGraph", "Graph"),
}
# What the specification itself says of its terms: they need not be told again.
INSTANCES = {
    "SPARQL10Query": "Language",
    "SPARQL11Query": "Language",
    "SPARQL11Update": "Language",
    "DereferencesURIs": "Feature",
    "UnionDefaultGraph": "Feature",
    "RequiresDataset": "Feature",
    "EmptyGraphs": "Feature",
    "BasicFederatedQuery": "Feature",
}
SUPERCLASSES = {
    "Dataset": "GraphCollection",
    "EntailmentProfile": "Feature",
    "EntailmentRegime": "Feature",
    "Language": "Feature",
}
CLASSES = {"Service", "Function", "Aggregate", "NamedGraph", "Graph", "GraphCollection"}
CLASSES |= {*SUPERCLASSES, *SUPERCLASSES.values(), *INSTANCES.values()}


def breaches(graph: list[Quad]) -> list[str]:
    """Each way in which a description departs from the schema."""
    found = [*_unknown(graph), *_misplaced(graph)]
    services = _members(graph, "Service")
    if len(services) != 1:
        found.append(f"{len(services)} services are described")
    for service in services:
        endpoints = [quad for quad in graph if quad.subject == service and _is(quad, "endpoint")]
        if len(endpoints) != 1:
            found.append(f"{service} has {len(endpoints)} endpoints")
    return found


def _unknown(graph: list[Quad]) -> list[str]:
    """Terms in the namespace that the specification does not have."""
    known = {f"{SD}{name}" for name in {*PROPERTIES, *INSTANCES, *CLASSES}}
    terms = {term.value for quad in graph for term in quad if isinstance(term, NamedNode)}
    return [f"there is no {term}" for term in sorted(terms - known) if term.startswith(SD)]


def _misplaced(graph: list[Quad]) -> list[str]:
    """Properties of or to what is not of the class that the schema names."""
    found = []
    for name, classes in PROPERTIES.items():
        for quad in graph:
            if _is(quad, name):
                ends = zip((quad.subject, quad.object), classes, strict=True)
                found += [
                    f"{end} is not told to be a {wanted}, and has to do with sd:{name}"
                    for end, wanted in ends
                    if not _belongs(graph, end, wanted)
                ]
    return found


def _belongs(graph: list[Quad], node: object, wanted: str) -> bool:
    if wanted == ANYTHING:
        return isinstance(node, NamedNode)
    return isinstance(node, NamedNode | BlankNode) and node in _members(graph, wanted)


def _members(graph: list[Quad], name: str) -> set[object]:
    """All that are of a class or one below it."""
    below = {name} | {lower for lower, upper in SUPERCLASSES.items() if upper == name}
    told = {
        quad.subject
        for quad in graph
        if quad.predicate.value == f"{RDF}type" and quad.object.value.removeprefix(SD) in below
    }
    return told | {NamedNode(f"{SD}{term}") for term, kind in INSTANCES.items() if kind in below}


def _is(quad: Quad, name: str) -> bool:
    return quad.predicate.value == f"{SD}{name}"
