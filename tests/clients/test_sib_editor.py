"""What SIB's editor (`@sib-swiss/sparql-editor`) asks an endpoint before its first query.

It looks for example queries, prefixes and VoID partitions, each by one SELECT by GET from a
browser, with a parameter of its own, JSON as the one format and five seconds to answer. The queries
here ask for the same by the same terms, in our own words: the package is not on npm.
"""

from __future__ import annotations

import gzip
import json
import urllib.request
from urllib.parse import urlencode

import pytest

from souverain.vocab import PREFIXES

SOV = "https://w3id.org/souverain/ontology#"
PATIENCE_SECONDS = 5
EXAMPLES = """PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX spex: <https://purl.expasy.org/sparql-examples/ontology#>
SELECT DISTINCT ?example ?words ?text {
  ?example a sh:SPARQLExecutable ; rdfs:comment ?words ;
    sh:select|sh:ask|sh:construct|spex:describe ?text
} ORDER BY ?example"""
NAMESPACES = """PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace { [] sh:prefix ?prefix ; sh:namespace ?namespace }
ORDER BY ?prefix"""
# With every label and comment of classes and properties, as it asks: that is what makes it long.
PARTITIONS = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX void-ext: <http://ldf.fi/void-ext#>
SELECT DISTINCT ?graph ?class ?property ?value ?datatype ?triples
  ?classLabel ?classComment ?propertyLabel ?propertyComment ?valueLabel ?valueComment {
  {
    OPTIONAL { ?graph sd:graph ?described . ?described void:classPartition ?part }
    ?part void:class ?class ; void:propertyPartition ?of .
    ?of void:property ?property .
    OPTIONAL { ?class rdfs:label ?classLabel }
    OPTIONAL { ?class rdfs:comment ?classComment }
    OPTIONAL { ?of void:triples ?triples }
    OPTIONAL { ?property rdfs:label ?propertyLabel }
    OPTIONAL { ?property rdfs:comment ?propertyComment }
    OPTIONAL {
      {
        ?of void:classPartition [ void:class ?value ] .
        OPTIONAL { ?value rdfs:label ?valueLabel }
        OPTIONAL { ?value rdfs:comment ?valueComment }
      } UNION { ?of void-ext:datatypePartition [ void-ext:datatype ?datatype ] }
    }
  } UNION {
    ?links void:subjectsTarget [ void:class ?class ] ; void:linkPredicate ?property ;
      void:objectsTarget [ void:class ?value ]
  }
} ORDER BY ?class ?value ?datatype ?graph ?triples"""
FALLBACKS = {
    "classes": "SELECT DISTINCT ?term { [] a ?term }",
    "properties": "SELECT DISTINCT ?term { [] ?term [] }",
}


def ask(endpoint, query):
    """Each row of the answer, by name."""
    url = f"{endpoint}?ac=1&{urlencode({'query': query})}"
    headers = {"Accept": "application/sparql-results+json", "Accept-Encoding": "gzip, deflate, br"}
    asked = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(asked, timeout=PATIENCE_SECONDS) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        found = json.loads(gzip.decompress(answer.read()))["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]


@pytest.fixture(scope="module")
def partitions(endpoint):
    return ask(endpoint, PARTITIONS)


@pytest.fixture(scope="module")
def offered(endpoint):
    """What it lists as examples: the words of each, by the name of its question."""
    listed = {}
    for row in ask(endpoint, EXAMPLES):
        listed.setdefault(row["example"].rpartition("/")[2], []).append(row)
    return listed


def test_a_question_is_listed_with_its_words_and_its_query(offered, question_file):
    rows = offered[question_file.stem]
    assert all(row["words"] for row in rows)
    assert {"SELECT" in row["text"] for row in rows} == {True}


def test_the_first_example_which_it_shows_at_once_has_an_answer(endpoint, offered):
    first = next(iter(offered.values()))
    assert ask(endpoint, first[0]["text"])


def test_it_finds_every_prefix(endpoint):
    found = {row["prefix"]: row["namespace"] for row in ask(endpoint, NAMESPACES)}
    assert found == dict(PREFIXES)


def test_it_finds_classes_with_their_properties(partitions):
    found = {(row["class"], row["property"]) for row in partitions}
    assert (f"{SOV}Stake", f"{SOV}holder") in found


def test_it_finds_the_classes_of_values(partitions):
    found = {(row["class"], row["property"], row.get("value")) for row in partitions}
    assert (f"{SOV}Stake", f"{SOV}holder", f"{SOV}Organization") in found


def test_it_finds_the_datatypes_of_values(partitions):
    found = {(row["class"], row["property"], row.get("datatype")) for row in partitions}
    decimal = "http://www.w3.org/2001/XMLSchema#decimal"
    assert (f"{SOV}Stake", f"{SOV}percentage", decimal) in found


def test_it_finds_what_its_classes_mean(partitions):
    assert {row.get("classLabel", "") != "" for row in partitions if SOV in row["class"]} == {True}


@pytest.mark.parametrize("what", FALLBACKS)
def test_without_partitions_it_would_find_them_in_the_data(endpoint, what):
    assert len(ask(endpoint, FALLBACKS[what])) > 50


@pytest.mark.needs("node")
def test_it_can_read_the_service_description_as_a_document(endpoint, node):
    """Its second try, where the data tell nothing: Comunica over the description as a file."""
    query = f"""PREFIX void: <http://rdfs.org/ns/void#>
        SELECT ?n {{ [] void:class <{SOV}Stake> ; void:entities ?n }}"""
    told = {"sources": [{"type": "file", "value": endpoint}], "queries": {"stakes": query}}
    found = node("comunica.mjs", told)["stakes"]["results"]["bindings"]
    assert [int(row["n"]["value"]) > 0 for row in found] == [True]
