"""What is asked of whom, as texts."""

from __future__ import annotations

import pytest

from souverain.errors import QueryRefused, TooDeep
from souverain.federation import allowed, clauses, splitting
from souverain.federation.clauses import Clause
from souverain.federation.draft import Draft
from souverain.federation.splitting import Remote
from souverain.federation.structure import Structure

E = "http://e.example/"
ALLOWED = allowed.endpoints(E)
MOST_ROWS = 9


def taken(query: str) -> tuple[Structure, Clause]:
    """A query taken apart, and its first clause."""
    structure = Structure(query.replace("%e", E), {"known": "urn:known:"})
    return structure, clauses.clauses(structure)[0]


def remote(query: str) -> Remote:
    return splitting.remote(*taken(query), ALLOWED, MOST_ROWS)


def bindings(query: str) -> str:
    structure, clause = taken(query)
    shared = remote(query).shared
    text = splitting.bindings(structure, Draft(structure), clause, shared, MOST_ROWS)
    return " ".join(text.split())


REMOTES = {
    "all": ("SELECT * { SERVICE <%e> { ?s ?p ?o } }", "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"),
    "what is selected": ("SELECT ?o { SERVICE <%e> { ?s ?p ?o } }", "SELECT ?o WHERE { ?s ?p ?o }"),
    "what is joined": (
        "SELECT ?x { ?x ?y ?s SERVICE <%e> { ?s ?p ?o } }",
        "SELECT ?s WHERE { ?s ?p ?o }",
    ),
    "what is filtered": (
        "SELECT ?x { ?x ?y ?z SERVICE <%e> { ?s ?p ?o } FILTER(?o = ?z) }",
        "SELECT ?o WHERE { ?s ?p ?o }",
    ),
    "by its other mark": (
        "SELECT $o { SERVICE <%e> { ?s ?p ?o } }",
        "SELECT ?o WHERE { ?s ?p ?o }",
    ),
    "nothing": ("ASK { SERVICE <%e> { ?s ?p ?o } }", "SELECT (1 AS ?row0) WHERE { ?s ?p ?o }"),
    "nothing, beside that name": (
        "ASK { SERVICE <%e> { ?row0 ?p ?o } }",
        "SELECT (1 AS ?row1) WHERE { ?row0 ?p ?o }",
    ),
    "no variable of MINUS": (
        "SELECT * { SERVICE <%e> { ?s ?p ?o MINUS { ?s ?q ?x } } }",
        "SELECT ?s ?p ?o WHERE { ?s ?p ?o MINUS { ?s ?q ?x } }",
    ),
    "no variable of a filter": (
        "SELECT * { SERVICE <%e> { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?x } } }",
        "SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?x } }",
    ),
    "what a sub-select selects": (
        "SELECT * { SERVICE <%e> { SELECT ?s (MAX(?o) AS ?m) { ?s ?p ?o } GROUP BY ?s } }",
        "SELECT ?s ?m WHERE { SELECT ?s (MAX(?o) AS ?m) { ?s ?p ?o } GROUP BY ?s }",
    ),
    "its prefixes, and no others": (
        "PREFIX a: <urn:a:> PREFIX b: <urn:b:> ASK { ?s b:p ?o SERVICE <%e> { ?s a:p 'b:x' } }",
        "PREFIX a: <urn:a:> SELECT ?s WHERE { ?s a:p 'b:x' }",
    ),
    "a prefix that is known undeclared": (
        "ASK { SERVICE <%e> { ?s known:p ?o } }",
        "PREFIX known: <urn:known:> SELECT (1 AS ?row0) WHERE { ?s known:p ?o }",
    ),
    "its base": (
        "BASE <http://b.example/> ASK { SERVICE <%e> { ?s <p> ?o } }",
        "BASE <http://b.example/> SELECT (1 AS ?row0) WHERE { ?s <p> ?o }",
    ),
    "SERVICE within": (
        "SELECT ?s { SERVICE <%e> { ?s ?p ?o SERVICE <%e> { ?s ?q ?x } } }",
        "SELECT ?s WHERE { ?s ?p ?o SERVICE <http://e.example/> { ?s ?q ?x } }",
    ),
    "SERVICE SILENT within, of nobody": (
        "SELECT ?s { SERVICE <%e> { ?s ?p ?o SERVICE SILENT <urn:x> { ?s ?q ?x } } }",
        "SELECT ?s WHERE { ?s ?p ?o {} }",
    ),
}


@pytest.mark.parametrize("name", REMOTES)
def test_a_clause_asks_for_what_the_rest_needs(name: str):
    query, expected = REMOTES[name]
    text = " ".join(remote(query).text.split())
    assert text == f"{expected} LIMIT {MOST_ROWS + 1}"


SHARED = {
    "joined": ("SELECT * { ?s ?p ?o SERVICE <%e> { ?s ?q ?x } }", ("s",)),
    "behind it alone": ("SELECT * { SERVICE <%e> { ?s ?q ?x } ?s ?p ?o }", ()),
    "perhaps bound there": ("SELECT * { ?s ?p ?o SERVICE <%e> { OPTIONAL { ?s ?q ?x } } }", ()),
    "in one branch there": (
        "SELECT * { ?s ?p ?o SERVICE <%e> { { ?s ?q 1 } UNION { ?x ?q 1 } } }",
        (),
    ),
    "in both": ("SELECT * { ?s ?p ?o SERVICE <%e> { { ?s ?q 1 } UNION { ?s ?x 1 } } }", ("s",)),
    "in OPTIONAL": ("SELECT * { ?s ?p ?o OPTIONAL { SERVICE <%e> { ?s ?q ?x } } }", ("s",)),
    "in OPTIONAL twice": (
        "SELECT * { ?s ?p ?o OPTIONAL { ?a ?b ?c OPTIONAL { SERVICE <%e> { ?s ?q ?x } } } }",
        (),
    ),
    "in MINUS": ("SELECT * { ?s ?p ?o MINUS { SERVICE <%e> { ?s ?q ?x } } }", ("s",)),
    "in UNION": ("SELECT * { ?s ?p ?o { SERVICE <%e> { ?s ?q ?x } } UNION { } }", ("s",)),
    "in EXISTS": ("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%e> { ?s ?q ?x } } }", ()),
    "in a sub-select": ("SELECT * { ?s ?p ?o { SELECT ?s { SERVICE <%e> { ?s ?q ?x } } } }", ()),
}


@pytest.mark.parametrize("name", SHARED)
def test_bindings_are_of_variables_that_are_bound_on_both_sides(name: str):
    query, expected = SHARED[name]
    assert remote(query).shared == expected


BINDINGS = {
    "triples": ("?s ?p ?o .", "?s ?p ?o ."),
    "a filter of them": ("?s ?p ?o FILTER(?o > 1)", "?s ?p ?o FILTER(?o > 1)"),
    "a filter of what follows": ("?s ?p ?o FILTER(?x > 1)", "?s ?p ?o"),
    "a filter of nothing": ("?s ?p ?o FILTER(?zzz > 1)", "?s ?p ?o FILTER(?zzz > 1)"),
    "a filter in a group": ("{ ?s ?p ?o FILTER(?x > 1) }", "{ ?s ?p ?o FILTER(?x > 1) }"),
    "a comment": ("?s ?p ?o # SERVICE {\n", "?s ?p ?o # SERVICE {"),
}


@pytest.mark.parametrize("name", BINDINGS)
def test_bindings_are_asked_of_what_stands_before(name: str):
    before, expected = BINDINGS[name]
    text = bindings(
        f"PREFIX a: <urn:a> SELECT * FROM <urn:g> {{ {before} SERVICE <%e> {{ ?s a: ?x }} }}"
    )
    head = "PREFIX a: <urn:a> SELECT DISTINCT ?s FROM <urn:g>"
    assert text == f"{head} {{ {expected} }} LIMIT {MOST_ROWS + 1}"


def test_bindings_stand_behind_the_query():
    found = remote("SELECT * { ?s ?p ?o SERVICE <%e> { ?s ?q ?x } }")
    assert found.query(("s",), [("<urn:a>",)]) == f"{found.text}\nVALUES (?s) {{\n(<urn:a>)\n}}"


REFUSED = {
    "within GRAPH of a variable": (
        "SELECT * { GRAPH ?g { ?s ?p ?o SERVICE <%e> { ?s ?q ?x } } }",
        "within GRAPH \\?g",
    ),
    "a variable within": (
        "SELECT * { ?s ?p ?v SERVICE <%e> { SERVICE ?v { ?s ?q ?x } } }",
        "within another SERVICE",
    ),
    "nobody within": ("SELECT * { SERVICE <%e> { SERVICE <urn:x> { ?s ?q ?x } } }", "may not ask"),
    "OPTIONAL in EXISTS": (
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%e> { ?s ?q 1 OPTIONAL { ?s ?r ?o } } } }",
        "SERVICE within EXISTS",
    ),
    "a filter of outside in EXISTS": (
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%e> { ?s ?q ?x FILTER(?x = ?o) } } }",
        "SERVICE within EXISTS",
    ),
    "BIND in LATERAL": (
        "SELECT * { ?s ?p ?o LATERAL { SERVICE <%e> { BIND(?o AS ?x) } } }",
        "SERVICE within LATERAL",
    ),
    "a word grown together": (
        "SELECT * { ?s ?p ?o FILTERNOT EXISTS { ?s ?q 1 } SERVICE <%e> { ?s ?q ?x } }",
        "line 1: .* cannot be taken apart at 'FILTERNOT'",
    ),
    "too many": ("SELECT * { " + "SERVICE <%e> { } " * 17 + "}", "has 17 SERVICE clauses"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_split_is_refused(name: str):
    query, words = REFUSED[name]
    with pytest.raises(QueryRefused, match=words) as told:
        remote(query)
    assert told.value.hint


def test_what_is_nested_too_deeply_is_refused():
    with pytest.raises(TooDeep):
        taken("SELECT * " + "{ " * 100 + "SERVICE <%e> { } " + "} " * 100)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{SERVICE <a> {}}", "{GRAPH   <a> {}}"),
        ("{service silent<a>{}}", "{GRAPH         <a>{}}"),
        ("{ SERVICE # SILENT\n SILENT ?x {} }", "{ GRAPH   # SILENT\n        ?x {} }"),
        (
            "{ ?s ?p 'SERVICE' . ?service <SERVICE> 1 }",
            "{ ?s ?p 'SERVICE' . ?service <SERVICE> 1 }",
        ),
    ],
)
def test_service_is_masked_and_nothing_moves(query: str, expected: str):
    assert clauses.masked(query) == expected


@pytest.mark.parametrize("word", ["SERVICESILENT", "xSERVICE", "service:"])
def test_service_that_is_no_word_of_its_own_is_refused(word: str):
    with pytest.raises(QueryRefused, match="grown together"):
        clauses.masked(f"SELECT * {{ {word} <a> {{ }} }}")
