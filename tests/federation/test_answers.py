"""A query with SERVICE has the answer that it has over all data together."""

from __future__ import annotations

import pytest

from .worlds import E1, E2, World

QUERIES = {
    "alone": "SELECT * { SERVICE <%1> { ?s :q ?n } }",
    "after triples": "SELECT * { ?s :p ?o . SERVICE <%1> { ?s :q ?n } }",
    "before triples": "SELECT * { SERVICE <%1> { ?s :q ?n } ?s :p ?o }",
    "between triples": "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?n } ?o :q ?m }",
    "by a prefixed name": "SELECT * { SERVICE e:sparql { ?s :q ?n } }",
    "in small letters": "SELECT * { service<%1>{ ?s :q ?n } }",
    "rows that come twice": "SELECT ?s { ?s :p ?o . SERVICE <%1> { ?s :q ?n } }",
    "no variable": "SELECT * { ?s :p ?o . SERVICE <%1> { :a :p :c } }",
    "no variable, no row": "SELECT * { ?s :p ?o . SERVICE <%1> { :a :p :nothing } }",
    "no variable, two rows": "SELECT ?s { ?s :p ?o . SERVICE <%1> { :a :q ?unused } }",
    "an empty group": "SELECT * { ?s :p ?o . SERVICE <%1> { } }",
    "no row": "SELECT * { ?s :p ?o . SERVICE <%1> { ?s :nothing ?n } }",
    "no bindings": "SELECT * { ?s :nothing ?o . SERVICE <%1> { ?s :q ?n } }",
    "ASK": "SELECT (EXISTS { SERVICE <%1> { :a :q 5 } } AS ?x) { }",
    "counted": "SELECT (COUNT(*) AS ?n) { ?s :p ?o . SERVICE <%1> { ?s :q ?m } }",
    "counted apart": "SELECT (COUNT(DISTINCT *) AS ?n) { SERVICE <%1> { ?s :q ?m } }",
    "literals": "SELECT * { SERVICE <%1> { ?s :r ?n } }",
    "joined by a literal": "SELECT * { ?s :q ?n . SERVICE <%1> { ?t :q ?n } }",
    "joined by a tagged literal": "SELECT * { ?s :r ?n . SERVICE <%2> { ?t :r ?n } }",
    "OPTIONAL of it": "SELECT * { ?s :p ?o OPTIONAL { SERVICE <%1> { ?s :q ?n } } }",
    "OPTIONAL with more": "SELECT * { ?s :p ?o OPTIONAL { ?s :q ?m SERVICE <%1> { ?s :q ?n } } }",
    "OPTIONAL and a filter": (
        "SELECT * { ?s :q ?m OPTIONAL { SERVICE <%1> { ?s :q ?n } FILTER(?n > ?m) } }"
    ),
    "OPTIONAL in OPTIONAL": (
        "SELECT * { ?s :p ?o OPTIONAL { ?x :p :c OPTIONAL { SERVICE <%1> { ?s :q ?n } } } }"
    ),
    "OPTIONAL within": "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?n OPTIONAL { ?s :p ?o } } }",
    "all OPTIONAL within": "SELECT * { ?s :p ?o SERVICE <%1> { OPTIONAL { ?s :q ?n } } }",
    "UNION": "SELECT * { ?s :p ?o { SERVICE <%1> { ?s :q ?n } } UNION { ?s :q ?n } }",
    "UNION of two": (
        "SELECT * { ?s :p ?o { SERVICE <%1> { ?s :q ?n } } UNION { SERVICE <%2> { ?s :s ?n } } }"
    ),
    "UNION within": "SELECT * { ?s :p ?o SERVICE <%1> { { ?s :q ?n } UNION { ?o :r ?n } } }",
    "MINUS": "SELECT * { ?s :p ?o MINUS { SERVICE <%1> { ?s :q ?n } } }",
    "MINUS in OPTIONAL": (
        "SELECT * { ?s :p ?o OPTIONAL { ?x :q 2 MINUS { SERVICE <%1> { ?s :q ?n } } } }"
    ),
    "MINUS before": "SELECT * { ?s :p ?o MINUS { ?s :q 1 } SERVICE <%1> { ?s :q ?n } }",
    "MINUS within": "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?n MINUS { ?s :p ?o } } }",
    "EXISTS": "SELECT * { ?s :p ?o FILTER EXISTS { SERVICE <%1> { ?s :q ?n } } }",
    "NOT EXISTS": "SELECT * { ?s :p ?o FILTER NOT EXISTS { SERVICE <%1> { ?s :q ?n } } }",
    "a bare group": "SELECT * { ?s :p ?o { { SERVICE <%1> { ?s :q ?n } } } }",
    "a sub-select": "SELECT * { ?s :p ?o { SELECT ?s { SERVICE <%1> { ?s :q ?n } } } }",
    "a sub-select that is all": "SELECT * { SELECT ?s { ?s :p ?o SERVICE <%1> { ?s :q ?n } } }",
    "a sub-select within": (
        "SELECT * { ?s :p ?o SERVICE <%1> { SELECT ?s (COUNT(*) AS ?n) { ?s :q ?x } GROUP BY ?s } }"
    ),
    "a hidden variable within": (
        "SELECT * { ?x :p ?o SERVICE <%1> { { SELECT ?s { ?s :q ?x } } } }"
    ),
    "a filter before": "SELECT * { ?s :q ?m FILTER(?m > 1) SERVICE <%1> { ?s :q ?n } }",
    "a filter of what follows": "SELECT * { ?s :p ?o FILTER(?n = 1) SERVICE <%1> { ?s :q ?n } }",
    "a filter of an OPTIONAL": (
        "SELECT * { ?s :p ?o OPTIONAL { ?s :r ?n } FILTER(!BOUND(?n)) SERVICE <%1> { ?s :q ?n } }"
    ),
    "a filter by EXISTS": (
        "SELECT * { ?s :p ?o FILTER EXISTS { ?s :q ?n } SERVICE <%1> { ?s :q ?n } }"
    ),
    "a filter within": "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?n FILTER(?n > 1) } }",
    "an unbound variable before": (
        "SELECT * { ?s :p ?o OPTIONAL { ?s :r ?n } SERVICE <%1> { ?s :q ?m . ?t :r ?n } }"
    ),
    "VALUES before": "SELECT * { VALUES (?s ?n) { (:a 1) (:b UNDEF) } SERVICE <%1> { ?s :q ?n } }",
    "VALUES behind": "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?n } } VALUES ?n { 1 2 }",
    "VALUES within": "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?n VALUES ?n { 1 2 } } }",
    "BIND before": "SELECT * { BIND(:a AS ?s) SERVICE <%1> { ?s :q ?n } }",
    "BIND within": "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?m BIND(?m + 1 AS ?n) } }",
    "BIND of a fault": "SELECT * { ?s :p ?o BIND(1 / 0 AS ?n) SERVICE <%1> { ?s :q ?n } }",
    "a path": "SELECT * { ?s :p ?o SERVICE <%1> { ?s (:q|^:p)* ?n } }",
    "two, one after the other": (
        "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?n } SERVICE <%2> { ?s :s ?t } }"
    ),
    "two that share": "SELECT * { SERVICE <%1> { ?s :q ?n } SERVICE <%2> { ?s :q ?n } }",
    "the same twice": "SELECT * { SERVICE <%1> { ?s :q ?n } SERVICE <%1> { ?s :p ?o } }",
    "a variable": "SELECT * { ?s :at ?e SERVICE ?e { ?s :q ?n } }",
    "a variable of VALUES": "SELECT * { VALUES ?e { <%1> <%2> } SERVICE ?e { ?s :q ?n } }",
    "a variable that is not joined": "SELECT * { ?s :at ?e SERVICE ?e { ?t :q ?n } }",
    "a variable in OPTIONAL": "SELECT * { ?s :at ?e OPTIONAL { SERVICE ?e { ?s :r ?n } } }",
    "a variable that is not selected": "SELECT ?n { ?s :at ?e SERVICE ?e { ?s :q ?n } }",
    "a blank node of there": "SELECT * { SERVICE <%2> { ?s :s ?o } }",
    "blank nodes that are joined": "SELECT ?n { SERVICE <%2> { ?s :p ?m . ?m :s ?n } }",
    "how many blank nodes": (
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?o :p ?x SERVICE <%2> { ?s :s|:p/:s ?o } }"
    ),
    "a blank node of here": "SELECT * { ?s :p ?o SERVICE <%2> { ?s :s ?n } }",
    "a blank node of here, OPTIONAL": (
        "SELECT * { ?s :p ?o OPTIONAL { SERVICE <%2> { ?s :s ?n } } }"
    ),
    "a blank node in EXISTS": "SELECT * { ?s :p ?o FILTER EXISTS { SERVICE <%2> { ?s :s ?n } } }",
    "LIMIT before": (
        "SELECT * { { SELECT ?s { ?s :q ?m } ORDER BY ?m LIMIT 2 } SERVICE <%1> { ?s :q ?n } }"
    ),
    "LIMIT before, of blank nodes": (
        "SELECT * { { SELECT ?s { ?s :q ?m } ORDER BY DESC(?m) LIMIT 2 } "
        "SERVICE <%1> { ?s :q ?n } }"
    ),
    "GRAPH of a name": "SELECT * { GRAPH :g { ?s :p ?o SERVICE <%1> { ?s :q ?n } } }",
    "CONCAT of both": (
        "SELECT (CONCAT(STR(?m), STR(?n)) AS ?x) { ?s :q ?m SERVICE <%1> { ?s :q ?n } }"
    ),
    "grouped": (
        "SELECT ?s (SUM(?n) AS ?x) { ?s :p ?o SERVICE <%1> { ?s :q ?n } } GROUP BY ?s "
        "HAVING (SUM(?n) > 1)"
    ),
}


@pytest.mark.parametrize("batch", [1, 100])
@pytest.mark.parametrize("name", QUERIES)
def test_the_answer_is_that_over_all_data_together(name: str, batch: int):
    query = QUERIES[name].replace("%1", E1).replace("%2", E2)
    world = World(batch=batch)
    assert world.rows(query) == world.expected(query)


OF_G = "SELECT * { GRAPH :g { ?s :p ?o } SERVICE <%1> { ?s :q ?n } }"
# The graphs that a query names are of this data alone; beside each, the same without them.
DATASETS = {
    "FROM": ("SELECT * FROM :g { ?s :p ?o SERVICE <%1> { ?s :q ?n } }", OF_G),
    "FROM NAMED": (
        "SELECT ?s ?o ?n FROM NAMED :g { GRAPH ?g { ?s :p ?o } SERVICE <%1> { ?s :q ?n } }",
        OF_G,
    ),
    "GRAPH ?g": ("SELECT ?s ?o ?n { GRAPH ?g { ?s :p ?o } SERVICE <%1> { ?s :q ?n } }", OF_G),
}


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_is_of_this_data_alone(name: str):
    query, expected = (text.replace("%1", E1) for text in DATASETS[name])
    world = World()
    assert world.rows(query) == world.expected(expected)
