"""The ontology is OWL 2 DL but for one datatype; a reasoner finds it and the graph consistent."""

from __future__ import annotations

from pathlib import Path

import owlready2
import pyoxigraph
import pytest
from pyowl2_profiles import detect_profiles
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, Node, URIRef

from souverain import ttl
from souverain.files import Project
from souverain.vocab import PREFIXES

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())

# The datatype map of OWL 2: https://www.w3.org/TR/owl2-syntax/#Datatype_Maps
NUMBERS = (
    "decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger "
    "long int short byte unsignedLong unsignedInt unsignedShort unsignedByte double float"
)
OTHERS = (
    "string normalizedString token language Name NCName NMTOKEN boolean hexBinary base64Binary "
    "anyURI dateTime dateTimeStamp"
)
DATATYPES = {
    *(URIRef(f"{XSD}{name}") for name in f"{NUMBERS} {OTHERS}".split()),
    *(URIRef(f"{OWL}{name}") for name in ("real", "rational")),
    RDF.PlainLiteral,
    RDF.XMLLiteral,
    RDFS.Literal,
}
# The only departures from OWL 2 DL, each with its reason.
DEPARTURES = {XSD.date: "a day, as the articles print it; a dateTime would claim an hour"}

OUTSIDE_DL = {
    "punning": "sov:holder a owl:DatatypeProperty",
    "undeclared-property": 'sov:Stake <https://example.org/said> "so"',
    "reserved-vocab": "owl:Owner a owl:Class",
}
OUTSIDE_THE_MAP = {
    XSD.gYear: "sov:edtf rdfs:range xsd:gYear",
    XSD.time: 'id:x sov:printedWords "20:00:00"^^xsd:time',
    URIRef("https://example.org/share"): "<https://example.org/share> a rdfs:Datatype",
}
INCONSISTENT = {
    "an individual of two disjoint classes": "id:x a sov:Person, sov:Place",
    "two values of a functional property": "id:x a sov:Stake ; sov:percentage 44.4, 44.5",
    "two statuses on one stake": "id:x a sov:Stake ; sov:status sov:Planned, sov:InForce",
}


def union(paths: list[Path]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for path in paths:
        graph += ttl.read(path)
    return graph


def broken(graph: Graph, triples: str) -> Graph:
    """A copy with a few triples more."""
    copy = Graph(bind_namespaces="none")
    copy += graph
    copy.update(f"{PROLOGUE} INSERT DATA {{ {triples} }}")
    return copy


@pytest.fixture(scope="module")
def ontology(project: Project) -> Graph:
    """The core ontology and its alignments."""
    return union(project.ontology_files())


@pytest.fixture(scope="module")
def everything(project: Project, ontology: Graph) -> Graph:
    """The ontology, the graph and the examples."""
    return ontology + union([*project.graph_files(), *project.example_files()])


def kinds_of_violation(graph: Graph) -> set[str]:
    """The ways in which a graph is not OWL 2 DL, other than by its datatypes."""
    store = pyoxigraph.Store()
    store.load(graph.serialize(format="nt", encoding="utf-8"), pyoxigraph.RdfFormat.N_TRIPLES)
    return set(detect_profiles(store)["dl"]["violations_by_axiom_type"])


def departures(graph: Graph) -> set[Node]:
    """The datatypes outside the map of OWL 2, which pyowl2-profiles 0.1 does not look at."""
    used: set[Node] = {
        value.datatype
        for value in graph.objects()
        if isinstance(value, Literal) and value.datatype is not None
    }
    used |= set(graph.subjects(RDF.type, RDFS.Datatype))
    for property_ in graph.subjects(RDF.type, OWL.DatatypeProperty):
        used |= set(graph.objects(property_, RDFS.range))
    return used - DATATYPES


def test_the_ontology_is_owl_2_dl(ontology):
    assert kinds_of_violation(ontology) == set()


@pytest.mark.parametrize("kind", OUTSIDE_DL)
def test_a_copy_outside_owl_2_dl_is_found(ontology, kind):
    assert kinds_of_violation(broken(ontology, OUTSIDE_DL[kind])) == {kind}


def test_the_only_datatype_outside_the_map_of_owl_2_is_the_stated_one(ontology):
    assert departures(ontology) == set(DEPARTURES)


@pytest.mark.parametrize("datatype", OUTSIDE_THE_MAP)
def test_a_datatype_outside_the_map_of_owl_2_is_found(ontology, datatype):
    spoilt = broken(ontology, OUTSIDE_THE_MAP[datatype])
    assert departures(spoilt) == {datatype, *DEPARTURES}


def is_consistent(graph: Graph, folder: Path) -> bool:
    """What HermiT says; it cannot read `xsd:date`, which the shapes check."""
    path = folder / "everything.nt"
    graph.serialize(path, format="nt", encoding="utf-8")
    world = owlready2.World()
    world.get_ontology(path.as_uri()).load()
    try:
        owlready2.sync_reasoner_hermit(world, ignore_unsupported_datatypes=True, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    finally:
        world.close()
    return True


@pytest.mark.needs("java")
def test_the_ontology_and_the_graph_are_consistent(everything, tmp_path):
    assert is_consistent(everything, tmp_path)


@pytest.mark.needs("java")
@pytest.mark.parametrize("what", INCONSISTENT)
def test_a_contradiction_is_found(everything, tmp_path, what):
    assert not is_consistent(broken(everything, INCONSISTENT[what]), tmp_path)
