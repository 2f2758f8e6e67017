"""The comparison itself: what it must tell apart, and what it must not."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from .answer import Table, of_csv, of_graph, of_json, of_tsv, of_xml
from .comparison import difference
from .expected import is_ordered

A, B = BlankNode("a"), BlankNode("b")
DECIMAL = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
IRI = NamedNode("http://example.org/")
ONE = Literal("1.0", datatype=DECIMAL)
SRX = '<sparql xmlns="http://www.w3.org/2005/sparql-results#" '
SRX += 'xmlns:its="http://www.w3.org/2005/11/its"><head><variable name="x"/></head>'


def table(*rows: tuple[object, ...]) -> Table:
    return Table(("x", "y")[: len(rows[0])], rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (table((ONE,)), table((Literal("1.00", datatype=DECIMAL),))),
        (table((ONE,)), table((Literal("1.0"),))),
        (table((Literal("a", language="en"),)), table((Literal("a", language="fr"),))),
        (table((Literal("http://example.org/"),)), table((IRI,))),
        (table((ONE,), (ONE,)), table((ONE,))),
        (table((ONE, None)), table((None, ONE))),
        (table((ONE,)), Table(("z",), ((ONE,),))),
        (table((A, A)), table((A, B))),
        (table((A, A), (B, B)), table((A, B), (B, A))),
        (table((Triple(A, IRI, A),)), table((Triple(A, IRI, B),))),
        (table((ONE,)), True),
        (True, False),
    ],
)
def test_two_answers_are_told_apart(one, other):
    assert difference(one, other)
    assert difference(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (table((ONE,), (IRI,)), table((IRI,), (ONE,))),
        (table((A, B), (B, B)), table((A, A), (B, A))),
        (table((A, ONE), (B, IRI)), table((B, ONE), (A, IRI))),
        (table((Triple(A, IRI, B), A)), table((Triple(B, IRI, A), B))),
        (False, False),
    ],
)
def test_two_answers_are_the_same(one, other):
    assert difference(one, other) == ""


def test_an_order_counts_where_the_query_asks_for_it():
    assert difference(table((ONE,), (IRI,)), table((IRI,), (ONE,)), in_order=True)


def test_a_blank_node_is_the_same_throughout_a_sequence():
    assert difference(table((A,), (A,)), table((A,), (B,)), in_order=True)


@pytest.mark.parametrize(("came", "is_same"), [(1, True), (2, True), (3, False), (0, False)])
def test_a_reduced_answer_may_repeat_less(came, is_same):
    rows = table(*[(ONE,)] * came, (IRI,))
    assert (difference(table((ONE,), (ONE,), (IRI,)), rows, is_lax=True) == "") is is_same


def test_what_csv_cannot_hold_is_not_compared_with_csv():
    assert difference(table((ONE, None)), of_csv(b"x,y\r\n1.0,\r\n")) == ""


def test_what_csv_holds_is_compared_with_csv():
    assert difference(table((ONE, None)), of_csv(b"x,y\r\n1,\r\n"))


def test_a_graph_has_each_statement_once():
    twice = b"<x:s> <x:p> 1 . <x:s> <x:p> 1 ."
    assert len(of_graph(twice, RdfFormat.TURTLE).rows) == 1


def test_a_statement_of_a_named_graph_is_none_of_the_answer():
    with pytest.raises(AssertionError, match="stands in the graph"):
        of_graph(b"<x:s> <x:p> <x:o> <x:g> .", RdfFormat.N_QUADS)


def test_what_is_no_xml_is_no_answer():
    head = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
    body = '<rdf:Description rdf:about="http://e/"><e:p>\b</e:p></rdf:Description></rdf:RDF>'
    with pytest.raises(SyntaxError):
        of_graph((head + body).encode(), RdfFormat.RDF_XML)


TERMS = [
    (
        ONE,
        f'{{"type":"literal","value":"1.0","datatype":"{DECIMAL.value}"}}',
        f'<literal datatype="{DECIMAL.value}">1.0</literal>',
        "1.0",
    ),
    (
        IRI,
        '{"type":"uri","value":"http://example.org/"}',
        "<uri>http://example.org/</uri>",
        "<http://example.org/>",
    ),
    (
        A,
        '{"type":"bnode","value":"a"}',
        "<bnode>a</bnode>",
        "_:a",
    ),
    (
        Literal("a\r\n\tb"),
        r'{"type":"literal","value":"a\r\n\tb"}',
        "<literal>a&#13;\n\tb</literal>",
        r'"a\r\n\tb"',
    ),
    (
        Literal("a", language="en"),
        '{"type":"literal","value":"a","xml:lang":"en"}',
        '<literal xml:lang="en">a</literal>',
        '"a"@en',
    ),
    (
        Triple(A, IRI, ONE),
        '{"type":"triple","value":{"subject":{"type":"bnode","value":"a"},'
        '"predicate":{"type":"uri","value":"http://example.org/"},'
        f'"object":{{"type":"literal","value":"1.0","datatype":"{DECIMAL.value}"}}}}}}',
        "<triple><subject><bnode>a</bnode></subject>"
        "<predicate><uri>http://example.org/</uri></predicate>"
        f'<object><literal datatype="{DECIMAL.value}">1.0</literal></object></triple>',
        "<<( _:a <http://example.org/> 1.0 )>>",
    ),
]


@pytest.mark.parametrize(("term", "written"), [(row[0], row[1]) for row in TERMS])
def test_a_term_is_read_from_json(term, written):
    answer = f'{{"head":{{"vars":["x"]}},"results":{{"bindings":[{{"x":{written}}}]}}}}'
    assert of_json(answer.encode()) == table((term,))


@pytest.mark.parametrize(("term", "written"), [(row[0], row[2]) for row in TERMS])
def test_a_term_is_read_from_xml(term, written):
    row = f'<results><result><binding name="x">{written}</binding></result></results></sparql>'
    assert of_xml((SRX + row).encode()) == table((term,))


@pytest.mark.parametrize(("term", "written"), [(row[0], row[3]) for row in TERMS])
def test_a_term_is_read_from_tsv(term, written):
    assert of_tsv(f"?x\n{written}\n".encode()) == table((term,))


def test_a_raw_carriage_return_in_xml_is_read_as_a_line_feed():
    row = "<results><result><binding name='x'><literal>a\rb</literal></binding></result></results>"
    assert of_xml(f"{SRX}{row}</sparql>".encode()) == table((Literal("a\nb"),))


@pytest.mark.parametrize(
    ("cell", "triple"),
    [
        ("<<( x:s x:p x:o )>>", ("x:s", "x:p", "x:o")),
        ('"<<(_:a x:p ""1 """"2"""""")>>"', (A, "x:p", '1 "2"')),
        ("<<( x:s x:p <<( x:a x:b _:a )>> )>>", ("x:s", "x:p", ("x:a", "x:b", A))),
    ],
)
def test_a_triple_term_is_read_from_csv(cell, triple):
    assert of_csv(f"x\r\n{cell}\r\n".encode()).rows == ((triple,),)


@pytest.mark.parametrize("content", [b"x,y\r\n1\r\n", b"x,y\r\n1,2,3\r\n"])
def test_a_row_of_another_length_is_no_answer(content):
    with pytest.raises(AssertionError, match="cells under 2 names"):
        of_csv(content)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT * { ?s ?p ?o } ORDER BY ?s", True),
        ("SELECT * { ?s ?p '}' } order  by ?s LIMIT 1", True),
        ("SELECT * { { SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 1 } }", False),
        ("SELECT * { ?s ?p ?o } # ORDER BY ?s", False),
        ("SELECT * { ?s ?p 'ORDER BY ?s' }", False),
    ],
)
def test_a_query_orders_its_solutions_or_not(query, told):
    assert is_ordered(query) is told
