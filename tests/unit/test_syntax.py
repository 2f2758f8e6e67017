from __future__ import annotations

import pytest

from souverain import syntax
from souverain.errors import QuerySyntaxError
from souverain.query.evaluation import Query, evaluate
from souverain.store import Store


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("SELECT ?x{$y a:b.c 'd'@fr}", ["SELECT", "?x", "{", "$y", "a:b.c", "'d'", "@fr", "}"]),
        ("a # b\n c", ["a", "c"]),
        ("<http://x/#y> # z", ["<http://x/#y>"]),
        ("'''a\n'b' # c''' \"\\\"\"", ["'''a\n'b' # c'''", '"\\""']),
        ("?a< 3&&?b>=-1.5e3", ["?a", "<", "3", "&&", "?b", ">=", "-1.5e3"]),
        ("'open\n}", ["'open", "}"]),
        ("_:b1 id:stake-1 :x :", ["_:b1", "id:stake-1", ":x", ":"]),
        ("e:a\\'b e:x%20y", ["e:a\\'b", "e:x%20y"]),
    ],
)
def test_tokens(text, tokens):
    assert [token.text for token in syntax.tokens(text)] == tokens


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("# ASK\nselect * {}", "SELECT"),
        ("BASE <x:> PREFIX ask: <x:y> DESCRIBE ask:x", "DESCRIBE"),
        ("PREFIX : <x:y> ASK{}", "ASK"),
        ("VERSION '1.2' CONSTRUCT {} {}", "CONSTRUCT"),
        ("WITH <x:y> DELETE {} WHERE {}", "WITH"),
        ("", ""),
        ("PREFIX", ""),
        ("hello SELECT", ""),
        ("?SELECT", ""),
    ],
)
def test_the_form_is_the_first_word_after_the_prologue(text, form):
    assert syntax.form(text) == form


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("SELECT * { SERVICE <x:y> {} }", True),
        ("SELECT * { service silent ?x {} }", True),
        ("SELECT * { ?s ?p trueSERVICE<x:y>{} }", True),
        ("SELECT * { SERVICE:x {} }", True),
        ("SELECT * { ServiceSilent:x {} }", True),
        ("SELECT * { ?s a sov:Service }", False),
        ("SELECT * { ?service ?p 'SERVICE' } # SERVICE", False),
        ("PREFIX services: <x:> SELECT * { ?s a services:x, <x:service> }", False),
    ],
)
def test_service_is_seen_where_it_is_one(text, named):
    assert syntax.names_service(text) is named


CASES = [
    ("", 1, 1, "", "the query ends too early"),
    ("SELECT", 1, 7, "", "the query ends too early"),
    ("SELECT * {\n ?s ?p ?o", 2, 10, "", "the query ends too early"),
    ("SELCT * {}", 1, 1, "SELCT", "unexpected SELCT"),
    ("SELECT * { ?s ?p }", 1, 18, "}", "unexpected }"),
    ("SELECT * { ?s ?p ?o }}", 1, 22, "}", "unexpected }"),
    ("SELECT *\n\n{ ?s ?p ?o\n  ?s ?p ?o }", 4, 3, "?s", "unexpected ?s"),
    ("SELECT ?s WHRE { ?s ?p ?o }", 1, 11, "WHRE", "unexpected WHRE"),
    ("# é\nASK { ?é ?p 'ü' ] }", 2, 17, "]", "unexpected ]"),
    ("ASK { ?s ?p 'open\n }", 1, 13, "'open", "unexpected 'open"),
    ("ASK { ?s ?p 'a\\x' }", 1, 13, "'a\\x'", "unexpected 'a\\x'"),
    ("ASK { '''a\nb''' ?p }", 2, 9, "}", "unexpected }"),
    ("ASK { ?s no:such ?o }", 1, 10, "no:such", "this prefix is not declared"),
    ("ASK { ?s ?p <http://a b> }", 1, 13, "<http://a b>", "this is no absolute IRI"),
    ("ASK { ?s <rel> ?o }", 1, 10, "<rel>", "this is no absolute IRI"),
    ("SELECT * { ?s ?p ?o } LIMIT x", 1, 29, "x", "unexpected x"),
    ("SELECT (COUNT(?s) ?n) { ?s ?p ?o }", 1, 19, "?n", "unexpected ?n"),
    ("SELECT * { FILTER(nope(?x)) }", 1, 19, "nope", "unexpected nope"),
    ("SELECT ?x ?x { ?x ?y ?z }", 1, 26, "", "SELECT names a variable twice"),
    (
        "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }",
        1,
        40,
        "",
        "SELECT names a variable that is neither grouped by nor aggregated",
    ),
    ("ASK {}\x00", 1, 7, "\x00", "unexpected \x00"),
]


@pytest.mark.parametrize(
    ("text", "line", "column", "token", "reason"), CASES, ids=[repr(case[0]) for case in CASES]
)
def test_a_syntax_error_stands_at_its_token(text, line, column, token, reason):
    with pytest.raises(QuerySyntaxError) as caught:
        evaluate(Store(), Query(text))
    found = caught.value
    assert (found.line, found.column, found.token, found.reason) == (line, column, token, reason)


def test_a_very_long_query_is_refused_in_one_look():
    text = "SELECT * { " + "?s ?p ?o . " * 10_000 + "}}"
    with pytest.raises(QuerySyntaxError) as caught:
        evaluate(Store(), Query(text))
    assert caught.value.token == ""


def test_a_message_of_another_make_is_passed_on():
    found = syntax.fault("ASK", "all is lost", print)
    assert (found.reason, found.line, found.column) == ("all is lost", 1, 4)


def test_a_query_that_only_its_spaces_spoil_is_refused_with_the_first_message():
    found = syntax.fault("ASK", "error at 1:4: expected [_]", lambda text: None)
    assert found.reason.startswith("error at")


@pytest.mark.parametrize("text", ["a" * 200_000, f"ASK {{ '{'a' * 200_000}", "ASK {" * 40_000])
def test_the_error_of_a_very_long_query_is_short_and_has_a_place(text):
    with pytest.raises(QuerySyntaxError) as caught:
        evaluate(Store(), Query(text))
    assert caught.value.line == 1
    assert len(str(caught.value)) + len(caught.value.token) < 1000


def test_a_long_token_is_cut():
    with pytest.raises(QuerySyntaxError) as caught:
        evaluate(Store(), Query("a" * 5000))
    assert caught.value.token == "a" * 200 + "…"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SELECT (<x:f>(?a) AS ?b) {}", {"x:f"}),
        ("PREFIX x: <http://x/> ASK { FILTER x:f(1) }", {"http://x/f"}),
        ("ASK { FILTER(xsd:integer('1') = 1 && COUNT(1)) }", set()),
        ("ASK { FILTER(<f>(1)) }", {"http://a.test/f"}),
        ("ASK { ?s none:f (1 2) }", set()),
    ],
)
def test_what_may_be_a_function(text, names):
    known = {"xsd": "http://www.w3.org/2001/XMLSchema#"}
    assert syntax.called(text, known, "http://a.test/sparql") == names
