from __future__ import annotations

import pytest
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from souverain import ttl
from souverain.errors import TurtleError, Unreadable

HEAD = "PREFIX id: <https://w3id.org/souverain/id/>\nPREFIX sov: <https://w3id.org/souverain/ontology#>\n"


def graph(body: str) -> Graph:
    return ttl.parse(HEAD + body, "test.ttl")


@pytest.mark.parametrize(
    "body",
    [
        "id:b sov:p id:a . id:a sov:p id:b .",
        "id:a sov:p [ sov:q ( 1 2 [ sov:r id:b ] ) ] .",
        "[] sov:p ( id:a id:b ) . [] sov:p ( id:c ) .",
        'id:a sov:p 44.4, 47.0, true, "l’état"@fr, "1"^^<https://example.org/t> .',
        "<https://w3id.org/souverain/id/a#when> sov:p <https://example.org/é%20x> .",
    ],
)
def test_writing_keeps_the_graph_and_writing_again_keeps_the_bytes(body):
    once = ttl.write(graph(body))
    assert isomorphic(ttl.parse(once, "once"), graph(body))
    assert ttl.write(ttl.parse(once, "once")) == once


def test_one_new_link_moves_no_block():
    before = ttl.write(graph("id:a sov:p 1 . id:b sov:p 2 . id:c sov:p 3 ."))
    after = ttl.write(graph("id:a sov:p 1 . id:b sov:p 2 . id:c sov:p 3 ; sov:q id:b ."))
    assert [line for line in after.splitlines() if "sov:q" not in line] == before.splitlines()


@pytest.mark.parametrize(
    ("body", "line"),
    [("id:a sov:p .", 3), ("\n\nid:a sov:p 'x .\n", 5), ("id:a sov:p 1 .\nid:b nope:p 2 .", 4)],
)
def test_a_syntax_error_names_file_and_line(body, line):
    with pytest.raises(TurtleError) as caught:
        graph(body)
    assert (caught.value.path, caught.value.line) == ("test.ttl", line)


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path):
    path = tmp_path / "latin.ttl"
    path.write_bytes(HEAD.encode() + "id:a sov:p 'é' .".encode("latin-1"))
    with pytest.raises(Unreadable, match=r"latin\.ttl:3: not UTF-8"):
        ttl.read(path)


def test_line_ends_of_another_system_are_no_other_text(tmp_path):
    path = tmp_path / "windows.ttl"
    path.write_bytes(b'<a:b> <a:c> """one\r\ntwo\\r""" .\r\n')
    assert {str(value) for value in ttl.read(path).objects()} == {"one\ntwo\r"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("\ufeff<a:b> <a:c> <a:d> .", "byte order mark"),
        ("<relative> <a:c> <a:d> .", "<relative> is no absolute IRI"),
        ("<a:b> <a:c> 'x'^^<relative> .", "<relative> is no absolute IRI"),
        ("<a:b> <a:c> <a: d> .", "<a: d> is no absolute IRI"),
        ("<a:b> <a:\\U00110000> <a:d> .", "Invalid unicode code point"),
        pytest.param(f"<a:b> <a:c> {'[' * 3000}{']' * 3000} .", "recursion", id="deep"),
    ],
)
def test_what_the_parser_lets_through_or_trips_over_is_refused(body, reason):
    with pytest.raises(TurtleError, match=reason):
        ttl.parse(body, "test.ttl")


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://w3id.org/souverain/id/cloudwatt", "id:cloudwatt"),
        ("https://w3id.org/souverain/articles/002", "article:002"),
        ("https://w3id.org/souverain/id/a#when", "https://w3id.org/souverain/id/a#when"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_a_name_is_shortened_and_expanded_again(iri, name):
    assert ttl.shorten(iri) == name
    assert ttl.expand(name) == iri


def test_the_line_of_a_subject_is_where_its_block_begins():
    text = ttl.write(graph("id:a sov:p id:b . id:b sov:p id:a ."))
    number = ttl.line_of(text, URIRef("https://w3id.org/souverain/id/b"))
    assert text.splitlines()[number - 1] == "id:b"
