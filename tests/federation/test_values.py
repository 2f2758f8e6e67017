"""Terms and rows in SPARQL's own writing."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from souverain.errors import QueryRefused
from souverain.federation import values

INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
STRING = "http://www.w3.org/2001/XMLSchema#string"


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ({"type": "uri", "value": "urn:a"}, "<urn:a>"),
        ({"type": "literal", "value": "a"}, '"a"'),
        ({"type": "literal", "value": "a", "datatype": STRING}, '"a"'),
        ({"type": "typed-literal", "value": "1", "datatype": INTEGER}, f'"1"^^<{INTEGER}>'),
        ({"type": "literal", "value": "a", "xml:lang": "en-GB"}, '"a"@en-GB'),
        (
            {"type": "literal", "value": "a", "xml:lang": "ar", "its:dir": "rtl"},
            '"a"@ar--rtl',
        ),
        ({"type": "literal", "value": 'a"\\\n\r\t'}, '"a\\"\\\\\\n\\r\t"'),
        ({"type": "bnode", "value": "b0"}, "_:b0"),
        (
            {
                "type": "triple",
                "value": {
                    "subject": {"type": "uri", "value": "urn:a"},
                    "predicate": {"type": "uri", "value": "urn:b"},
                    "object": {"type": "literal", "value": "c"},
                },
            },
            '<<( <urn:a> <urn:b> "c" )>>',
        ),
    ],
)
def test_a_term_is_written(term, text):
    assert values.written(term) == text


ROWS = [
    ((), []),
    ((), [()]),
    ((), [(), (), ()]),
    (("a",), []),
    (("a", "b"), [("<urn:a>", ""), ("", '"x"@en'), ("", "")]),
    (("a", "b"), [("_:b0", "<urn:a>"), ("<urn:a>", ""), ("", "_:b0")]),
    (("a",), [('"a\\"\\\\\\n } VALUES"',)]),
    (("a",), [('<<( <urn:a> <urn:b> "c" )>>',)]),
    (("_", "__"), [("_:b0", "_:b1")]),
]


@pytest.mark.parametrize(("columns", "rows"), ROWS)
def test_rows_come_back_from_the_engine_as_they_were(columns, rows):
    found = Store().query(f"SELECT * {{ {values.block(columns, rows)} }}")
    assert {variable.value for variable in found.variables} == set(columns)
    came = [tuple(str(row[name] or "") if row[name] else "" for name in columns) for row in found]
    bare = [tuple(cell.replace("<<( ", "").replace(" )>>", "") for cell in row) for row in rows]
    assert sorted(came) == sorted(bare)


def test_a_blank_node_is_the_same_in_every_row():
    block = values.block(("a", "b"), [("_:x", '"1"'), ("_:x", '"2"'), ("_:y", '"3"')])
    found = Store().query(f"SELECT (COUNT(DISTINCT ?a) AS ?n) {{ {block} }}")
    assert [int(row["n"].value) for row in found] == [2]


def test_blank_nodes_of_two_answers_are_not_the_same():
    first, second = (values.named_apart([("_:x", "<urn:a>")], mark) for mark in ("a", "b"))
    assert first != second
    assert first[0][1] == "<urn:a>"


def test_a_triple_term_with_a_blank_node_is_refused():
    with pytest.raises(QueryRefused, match="a triple term with a blank node"):
        values.refuse_blank_parts(("a",), [("<<( _:b <urn:b> <urn:c> )>>",)], "urn:e")


def test_a_triple_term_with_a_text_like_one_is_not():
    values.refuse_blank_parts(("a",), [('<<( <urn:a> <urn:b> "x _:b y" )>>',)], "urn:e")
