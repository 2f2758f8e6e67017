"""What the served graph says of its own service."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Store, Variable

from souverain import question, service
from souverain.files import Project
from souverain.source import Source
from souverain.vocab import BASE, PREFIXES

# As the editor of the SIB asks them, in our words.
EDITOR_EXAMPLES = """
SELECT DISTINCT ?example ?words ?query {
  ?example a sh:SPARQLExecutable ; rdfs:label|rdfs:comment ?words ;
    sh:select|sh:ask|sh:construct|sh:describe ?query
}
"""
EDITOR_PREFIXES = "SELECT ?prefix ?namespace { ?any sh:prefix ?prefix ; sh:namespace ?namespace }"
EDITOR_CLASSES = """
PREFIX void-ext: <http://ldf.fi/void-ext#>
SELECT DISTINCT ?class ?property ?valueClass ?datatype {
  ?partition void:class ?class ; void:propertyPartition ?part .
  ?part void:property ?property .
  OPTIONAL {
    { ?part void:classPartition [ void:class ?valueClass ] }
    UNION { ?part void-ext:datatypePartition [ void-ext:datatype ?datatype ] }
  }
}
"""


def rows(store: Store, query: str, **options: object) -> tuple[list[str], list[list[str]]]:
    found = store.query(query, prefixes=dict(PREFIXES), **options)
    names = [variable.value for variable in found.variables]
    return names, [[str(row[name]) for name in names] for row in found]


@pytest.fixture(scope="module")
def served(project: Project) -> Store:
    return Source(str(project.root)).load().dataset.store


def test_an_example_asks_what_its_question_asks(project, served, question_file):
    asked = question.read(project.read(question_file), question_file.stem)
    values = asked.bind({})
    substitutions = {
        Variable(name): NamedNode(value.text)
        if value.datatype is None
        else Literal(value.text, datatype=NamedNode(value.datatype))
        for name, value in values.items()
    }
    expected = rows(served, asked.text, substitutions=substitutions)
    found = served.query(service.example(asked))
    names = [variable.value for variable in found.variables]
    assert (names, [[str(row[name]) for name in names] for row in found]) == expected


def test_an_editor_finds_every_question_in_both_languages(project, served):
    _, found = rows(served, EDITOR_EXAMPLES)
    assert len(found) == 2 * len(project.question_files())


def test_an_editor_finds_every_prefix(served):
    _, found = rows(served, EDITOR_PREFIXES)
    assert {Literal(prefix).value for prefix in PREFIXES} == {row[0].strip('"') for row in found}


@pytest.mark.parametrize(
    "row",
    [
        ("sov:Stake", "sov:holder", "sov:Organization", None),
        ("sov:Stake", "sov:percentage", None, "xsd:decimal"),
        ("sov:Evidence", "oa:hasSource", "sov:Article", None),
    ],
    ids=str,
)
def test_an_editor_finds_which_class_has_what(served, row):
    def iri(name: str | None) -> str:
        prefix, _, local = (name or "").partition(":")
        return f"<{PREFIXES[prefix]}{local}>" if name else "None"

    _, found = rows(served, EDITOR_CLASSES)
    assert [iri(name) for name in row] in found


def test_the_service_has_a_graph_of_its_own(served):
    assert served.contains_named_graph(NamedNode(f"{BASE}graph/service"))


def test_no_node_of_it_is_without_a_name(served):
    query = "ASK { GRAPH graph:service { ?s ?p ?o FILTER (ISBLANK(?s) || ISBLANK(?o)) } }"
    assert not served.query(query, prefixes=dict(PREFIXES))
