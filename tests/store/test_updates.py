"""An update taken apart: its operations, the graphs that it may change, USING, declarations."""

from __future__ import annotations

import pytest

from souverain.errors import QueryError
from souverain.query import dialect, updates

P, Q = "PREFIX p: <urn:p:>", "PREFIX q: <urn:q:>"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# nothing", []),
        (P, []),
        ("CLEAR ALL", [("", "CLEAR ALL")]),
        ("CLEAR ALL ;", [("", "CLEAR ALL")]),
        ("CLEAR ALL; DROP ALL", [("", "CLEAR ALL"), ("", "DROP ALL")]),
        (f"{P} CLEAR ALL ; DROP ALL", [(P, "CLEAR ALL"), (P, "DROP ALL")]),
        (f"{P} CLEAR ALL ; {Q} DROP ALL", [(P, "CLEAR ALL"), (f"{P}\n{Q}", "DROP ALL")]),
        (f"{P} CLEAR ALL ; {P} DROP ALL", [(P, "CLEAR ALL"), (P, "DROP ALL")]),
        (f"{P} {Q} CLEAR ALL", [(f"{P} {Q}", "CLEAR ALL")]),
        ("BASE <urn:b> CLEAR ALL", [("BASE <urn:b>", "CLEAR ALL")]),
        (
            "DELETE { ?s ?p ?o ; ?q ';' } WHERE { }",
            [("", "DELETE { ?s ?p ?o ; ?q ';' } WHERE { }")],
        ),
        (
            "INSERT DATA { <s> <p> 'x} ;' } # ; }\n; CLEAR ALL",
            [("", "INSERT DATA { <s> <p> 'x} ;' }"), ("", "CLEAR ALL")],
        ),
        ("CLEAR ALL ; PREFIX", [("", "CLEAR ALL")]),
    ],
)
def test_operations(text, found):
    assert [(row.prologue, row.text) for row in updates.operations(text)] == found


@pytest.mark.parametrize(
    ("text", "is_data"),
    [
        ("INSERT DATA {}", True),
        ("delete data {}", True),
        ("INSERT # DATA\n{} WHERE {}", False),
        ("DELETE WHERE {}", False),
        ("WITH <g> INSERT {} WHERE {}", False),
        ("CLEAR ALL", False),
    ],
)
def test_an_update_of_data_asks_nothing(text, is_data):
    (operation,) = updates.operations(text)
    assert operation.is_data is is_data


@pytest.mark.parametrize(
    ("text", "inserting"),
    [
        ("DELETE DATA { <s> <p> 'DELETE' }", "\nINSERT DATA { <s> <p> 'DELETE' }"),
        ("insert data {}", "\nINSERT data {}"),
        (f"{P} DELETE DATA {{ p:s p:p 1 }}", f"{P}\nINSERT DATA {{ p:s p:p 1 }}"),
        ("CLEAR ALL ; DELETE DATA {}", "\nINSERT DATA {}"),
    ],
)
def test_the_quads_of_an_update_of_data_are_those_that_it_would_insert(text, inserting):
    assert updates.operations(text)[-1].inserting == inserting


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", set()),
        ("INSERT DATA { <s> <p> <o> }", set()),
        ("INSERT DATA { GRAPH <g> { <s> <p> <o> } GRAPH p:h { } }", {"<g>", "p:h"}),
        ("DELETE WHERE { GRAPH <g> { ?s ?p ?o } }", {"<g>"}),
        ("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", None),
        ("DELETE WHERE { GRAPH $g { ?s ?p ?o } }", None),
        ("WITH <g> DELETE { ?s ?p ?o } WHERE { GRAPH <h> { ?s ?p ?o } }", {"<g>", "<h>"}),
        ("INSERT { ?s ?p 'GRAPH' } USING <g> WHERE { ?graph ?p <GRAPH> }", set()),
        ("INSERT { GRAPHp:g { ?s ?p ?o } } WHERE { ?s ?p ?o }", None),
        ("CLEAR DEFAULT", set()),
        ("CLEAR GRAPH <g>", {"<g>"}),
        ("drop silent graph <g>", {"<g>"}),
        ("CREATE GRAPH <g>", {"<g>"}),
        ("CLEAR ALL", None),
        ("DROP SILENT NAMED", None),
        ("COPY <g> TO DEFAULT", None),
        ("MOVE <g> TO <h>", None),
        ("ADD DEFAULT TO <h>", None),
        ("CLEAR GRAPH <g> ; INSERT DATA { GRAPH <h> { } }", {"<g>", "<h>"}),
        ("CLEAR GRAPH <g> ; CLEAR ALL", None),
        ("LOAD <d> INTO GRAPH <g>", {"<g>"}),
        ("CLEAR GRAPH", None),
    ],
)
def test_the_graphs_that_an_update_may_change(text, names):
    assert updates.touched(updates.operations(text)) == names


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("COPY <g> TO <h>", "<g>"),
        ("move graph p:g to default", "p:g"),
        ("ADD SILENT <g> TO <h>", ""),
        ("COPY DEFAULT TO <h>", ""),
        ("CLEAR GRAPH <g>", ""),
    ],
)
def test_the_graph_that_is_copied(text, source):
    (operation,) = updates.operations(text)
    assert operation.source == source


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("LOAD <d>", "GRAPH <urn:x-default> { <urn:x> <urn:x> <d> }"),
        ("LOAD SILENT p:d INTO GRAPH <g>", "GRAPH <g> { <urn:x> <urn:x> p:d }"),
        ("COPY GRAPH <g> TO <h>", "GRAPH <g> { <urn:x> <urn:x> <urn:x> }"),
    ],
)
def test_what_an_operation_names_is_what_a_quad_names(text, named):
    (operation,) = updates.operations(text)
    assert operation.named == f"INSERT DATA {{ {named} }}"


USING = "USING <urn:d>\nUSING NAMED <urn:n>\n"


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("INSERT {} WHERE {}", f"INSERT {{}} \n{USING}WHERE {{}}"),
        ("DELETE {} INSERT {} WHERE {}", f"DELETE {{}} INSERT {{}} \n{USING}WHERE {{}}"),
        ("DELETE WHERE { ?s ?p ?o }", f"DELETE {{ ?s ?p ?o }}\n{USING}WHERE {{ ?s ?p ?o }}"),
        ("INSERT {} where { { SELECT * WHERE {} } }", None),
        ("INSERT DATA { <s> <p> 'WHERE' }", "INSERT DATA { <s> <p> 'WHERE' }"),
        ("CLEAR ALL", "CLEAR ALL"),
        (f"{P} CLEAR ALL ; DROP ALL", f"{P}\nCLEAR ALL ;\nDROP ALL"),
        ("", ""),
    ],
)
def test_what_the_request_names_stands_before_where(text, over):
    wanted = over if over is not None else text.replace("where", f"\n{USING}where", 1)
    assert updates.over(text, ["urn:d"], ["urn:n"]).lstrip() == wanted


@pytest.mark.parametrize(
    "text",
    [
        "INSERT {} USING <urn:g> WHERE {}",
        "INSERT {} USING NAMED <urn:g> WHERE {}",
        "WITH <urn:g> INSERT {} WHERE {}",
        "CLEAR ALL ; with <urn:g> INSERT {} WHERE {}",
    ],
)
def test_graphs_are_named_in_the_request_or_in_the_update(text):
    with pytest.raises(QueryError, match="by USING or WITH"):
        updates.over(text, ["urn:d"], [])


@pytest.mark.parametrize(
    "text",
    [
        "INSERT { <using> <with> 'USING' } WHERE { ?USING <p> ?WITH } # USING",
        "DELETE WHERE { ?s ?p 'WITH' }",
    ],
)
def test_a_word_that_is_none_names_no_graph(text):
    assert USING in updates.over(text, ["urn:d"], ["urn:n"])


@pytest.mark.parametrize(
    "name", ["g", "urn:g> WHERE {} ; CLEAR ALL #", "http://[", "urn:a b", "urn:\ud800", ""]
)
def test_a_graph_that_a_request_names_is_an_iri(name):
    with pytest.raises(QueryError, match="no name of a graph"):
        updates.over("INSERT {} WHERE {}", [name], [])


A, B = "CLEAR DEFAULT", "CLEAR NAMED"


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("", []),
        (A, [f"\n{A}"]),
        (f"{P} {A} ; {P} {B}", [f"{P}\n{A}", f"{P}\n{B}"]),
        (f"{P} {A} ; {Q} {B} ;", [f"{P}\n{A}", f"{P}\n{Q}\n{B}"]),
        (f"{A} ; {P}", [f"\n{A}", P]),
        (f"{A} ; PREFIX", [f"\n{A}", "PREFIX"]),
        (f"{A} ;; {B}", []),
        (f"{P} ; {A}", []),
        (f"; {A}", []),
        ("INSERT DATA { _:a <p> 1 } ; INSERT DATA { _:a <p> 2 }", []),
        ("INSERT { _:a <p> 1 } WHERE {} ; DELETE { ?s ?p 1 } WHERE { _:a ?p 1 }", None),
    ],
)
def test_each_operation_is_an_update_of_its_own(text, texts):
    wanted = texts if texts is not None else [f"\n{part}" for part in text.split(" ; ")]
    assert dialect.apart(text) == wanted


@pytest.mark.parametrize(
    ("number", "alone"),
    [
        (0, f"{P}\n{A}"),
        (1, f"{P}\n{' ' * 16}{Q}\n {B}"),
        (2, f"{P}\n{' ' * 16}{Q}\n{' ' * 15}DROP ALL"),
    ],
)
def test_an_operation_alone_stays_in_its_place(number, alone):
    text = f"{P}\n{A} ; {Q}\n {B} ; DROP ALL"
    assert dialect.alone(text, number) == alone


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("CLEARALL", "CLEARALL"),
        ("CLEAR SILENTALL", "SILENTALL"),
        ("DROP GRAPHp:g", "GRAPHp:g"),
        ("WITHp:g INSERT {} WHERE {}", "WITHp:g"),
        ("INSERT {} USINGp:g WHERE {}", "USINGp:g"),
        ("DELETEWHERE { ?s ?p ?o }", "DELETEWHERE"),
        ("COPYp:g TO p:h", "COPYp:g"),
        ("COPY p:g TOp:h", "TOp:h"),
        ("CLEAR ALL ; INSERTDATA {}", "INSERTDATA"),
        ("COPY p:g TO p:h", None),
        ("MOVE SILENT DEFAULT TO GRAPH p:h", None),
        (
            "WITH to:g DELETE {} INSERT {} USING NAMED all:g USING <g> WHERE { USINGp:g ?p ?o }",
            None,
        ),
        ("LOAD SILENT <d> INTO GRAPH <g> ; CREATE GRAPH <g>", None),
        ("clear default ; Insert Data { }", None),
    ],
)
def test_words_that_are_grown_together_are_none(text, token):
    found = dialect.grown(updates.operations(text))
    assert (found and found.text) == token
