"""SPARQLWrapper, in each of its formats and methods."""

from __future__ import annotations

import csv
import io
from itertools import product

import pytest
from rdflib import Graph
from rdflib.query import Result
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
    SPARQLWrapper2,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

PREFIXES = """PREFIX sov: <https://w3id.org/souverain/ontology#>
PREFIX id: <https://w3id.org/souverain/id/>
"""
STAKE = "?stake a sov:Stake ; sov:holder ?holder ; sov:target id:numergy"
HOLDERS = f"{PREFIXES}CONSTRUCT WHERE {{ {STAKE} }}"
STAKES = PREFIXES + "SELECT (COUNT(*) AS ?n) { ?stake a sov:Stake }"
GRAPH = "https://w3id.org/souverain/graph/"
METHODS = [*product([GET, POST], [URLENCODED]), (POST, POSTDIRECTLY)]


def ask(endpoint, query, format=JSON, method=GET, way=URLENCODED, **parameters):
    wrapper = SPARQLWrapper(endpoint, returnFormat=format)
    wrapper.setMethod(method)
    wrapper.setRequestMethod(way)
    wrapper.setQuery(query)
    for name, value in parameters.items():
        wrapper.addParameter(name.replace("_", "-"), value)
    return wrapper.queryAndConvert()


def from_json(found):
    names = found["head"]["vars"]
    return [
        tuple(row[name]["value"] if name in row else "" for name in names)
        for row in found["results"]["bindings"]
    ]


def from_xml(found):
    return [
        tuple(binding.firstChild.firstChild.data for binding in row.getElementsByTagName("binding"))
        for row in found.getElementsByTagName("result")
    ]


def from_csv(found):
    return [tuple(row) for row in csv.reader(io.StringIO(found.decode()))][1:]


def from_tsv(found):
    return [tuple(map(str, row)) for row in Result.parse(io.BytesIO(found), format="tsv")]


TABLES = {JSON: from_json, XML: from_xml, CSV: from_csv, TSV: from_tsv}


@pytest.mark.parametrize(("method", "way"), METHODS)
@pytest.mark.parametrize("format", TABLES)
def test_an_example_in_each_format_and_method(endpoint, example, format, method, way):
    assert TABLES[format](ask(endpoint, example.query, format, method, way)) == example.rows


def test_an_example_as_bindings(endpoint, example):
    wrapper = SPARQLWrapper2(endpoint)
    wrapper.setQuery(example.query)
    found = wrapper.query()
    assert tuple(found.variables) == example.columns
    rows = [tuple(row[name].value for name in example.columns) for row in found.bindings]
    assert rows == example.rows


@pytest.mark.parametrize(("method", "way"), METHODS)
@pytest.mark.parametrize("format", [TURTLE, N3, RDFXML, JSONLD, XML])
@pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")
def test_a_graph_in_each_format_and_method(endpoint, format, method, way):
    found = ask(endpoint, HOLDERS, format, method, way)
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
    assert len(set(graph.subjects())) == 4


@pytest.mark.parametrize("format", [JSON, XML])
def test_a_yes_in_each_format(endpoint, format):
    found = ask(endpoint, "ASK {}", format)
    told = found["boolean"] if format == JSON else found.documentElement.lastChild
    assert told is True or "true" in told.toxml()


@pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")
def test_a_description(endpoint):
    graph = ask(endpoint, PREFIXES + "DESCRIBE id:numergy", RDFXML)
    assert {str(subject) for subject in graph.subjects()} == {
        "https://w3id.org/souverain/id/numergy"
    }


@pytest.mark.parametrize(
    "parameters",
    [{"default_graph_uri": GRAPH + "002"}, {"default_graph_uri": GRAPH + "none"}],
    ids=["a graph", "none"],
)
@pytest.mark.parametrize("method", [GET, POST])
def test_a_graph_of_its_choice_is_asked(endpoint, parameters, method):
    ((count,),) = from_json(ask(endpoint, STAKES, method=method, **parameters))
    name = parameters["default_graph_uri"]
    ((expected,),) = from_json(ask(endpoint, STAKES.replace("{ ", f"FROM <{name}> {{ ", 1)))
    assert count == expected
    assert (count == "0") == name.endswith("none")


def test_a_bad_query_is_told_apart(endpoint):
    with pytest.raises(QueryBadFormed, match="column"):
        ask(endpoint, "SELECT * { ?s ?p }")


def test_the_only_word_of_its_headers_is_enough(endpoint, example):
    wrapper = SPARQLWrapper(endpoint, returnFormat=JSON)
    wrapper.setOnlyConneg(True)
    wrapper.setQuery(example.query)
    assert from_json(wrapper.queryAndConvert()) == example.rows
