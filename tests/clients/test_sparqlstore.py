"""rdflib's SPARQLStore: the endpoint as a graph, and as a dataset of named graphs."""

from __future__ import annotations

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS
from rdflib.plugins.stores.sparqlstore import SPARQLStore

SOV = "https://w3id.org/souverain/ontology#"
NUMERGY = URIRef("https://w3id.org/souverain/id/numergy")
TARGET, STAKE = URIRef(f"{SOV}target"), URIRef(f"{SOV}Stake")
GRAPH = URIRef("https://w3id.org/souverain/graph/002")
METHODS = ("GET", "POST", "POST_FORM")
FORMATS = ("xml", "json", "csv", "tsv")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def held(project):
    """The stakes of Numergy, and whatever else has it as target, as the files hold them."""
    files = Graph()
    for path in project.graph_files():
        files.parse(path)
    return set(files.triples((None, TARGET, NUMERGY)))


@pytest.fixture(params=METHODS)
def graph(endpoint, request):
    """The default graph, asked in each way that the store knows."""
    return Graph(SPARQLStore(endpoint, method=request.param))


@pytest.fixture
def named(endpoint):
    """One named graph."""
    return Graph(SPARQLStore(endpoint), identifier=GRAPH)


def plain(rows):
    return [tuple("" if term is None else str(term) for term in row) for row in rows]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("format", FORMATS)
def test_an_example_in_each_format_and_method(endpoint, example, format, method):
    store = SPARQLStore(endpoint, method=method, returnFormat=format)
    found = Graph(store).query(example.query)
    assert tuple(map(str, found.vars)) == example.columns
    assert plain(found) == example.rows


def test_what_a_pattern_matches_is_found(graph, held):
    found = list(graph.triples((None, TARGET, NUMERGY)))
    assert set(found) == held
    assert len(found) == len(held) > 0


def test_a_whole_node_is_found(graph):
    assert (NUMERGY, SKOS.prefLabel, Literal("Numergy", lang="fr")) in set(
        graph.triples((NUMERGY, None, None))
    )


def test_a_triple_is_in_the_graph_or_not(graph, held):
    assert next(iter(held)) in graph
    assert (NUMERGY, TARGET, NUMERGY) not in graph


def test_a_slice_is_ordered_and_bounded(graph):
    graph.LIMIT, graph.OFFSET = 2, 1
    some = [stake for stake, _, _ in graph.triples((None, TARGET, NUMERGY))]
    del graph.LIMIT, graph.OFFSET
    assert some == sorted(graph.subjects(TARGET, NUMERGY))[1:3]


def test_its_length_is_what_the_endpoint_counts(graph):
    ((count,),) = graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert len(graph) == int(count) > 10_000


def test_bindings_that_are_given_hold(graph, held):
    found = graph.query(
        "SELECT ?stake { ?stake sov:target ?target }",
        initNs={"sov": SOV},
        initBindings={"target": NUMERGY},
    )
    assert {row.stake for row in found} == {stake for stake, _, _ in held}


def test_a_construct_is_a_graph(graph, held):
    found = graph.query(f"CONSTRUCT WHERE {{ ?stake <{TARGET}> <{NUMERGY}> }}")
    assert set(found.graph) == held


def test_an_ask_is_a_truth(graph):
    assert graph.query(f"ASK {{ ?stake <{TARGET}> <{NUMERGY}> }}").askAnswer is True


def test_a_named_graph_holds_its_own_triples(named, graph):
    stakes = set(named.subjects(RDF.type, STAKE))
    assert set() < stakes < set(graph.subjects(RDF.type, STAKE))


def test_the_length_of_a_named_graph_is_its_own(named, endpoint):
    ((count,),) = Graph(SPARQLStore(endpoint)).query(
        f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
    )
    assert len(named) == int(count) > 1000


def test_the_named_graphs_are_told(endpoint):
    names = set(SPARQLStore(endpoint).contexts())
    assert GRAPH in {URIRef(getattr(name, "identifier", name)) for name in names}


def test_the_graphs_that_hold_a_triple_are_told(endpoint):
    names = list(SPARQLStore(endpoint).contexts((None, TARGET, NUMERGY)))
    assert GRAPH in {URIRef(getattr(name, "identifier", name)) for name in names}


def test_a_dataset_reaches_each_of_its_graphs(endpoint):
    dataset = Dataset(SPARQLStore(endpoint), default_union=True)
    assert len(set(dataset.get_context(GRAPH).subjects(RDF.type, STAKE))) > 0
