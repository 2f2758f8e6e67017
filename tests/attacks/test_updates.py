"""What one who may write can do by an update: change the data, within the limits of a query."""

from __future__ import annotations

import pytest

from souverain.versions import folder

from .conftest import LATE_SECONDS, LIMIT_SECONDS, Written
from .queries import CARTESIAN, MEMORY, PATHS, PLANNED
from .stranger import assert_refused
from .test_addresses import SECRET, secret, trap, unsaid  # noqa: F401 (the last two are fixtures)

# Each with an address in it; none may be fetched, and nothing of a file may become data.
FETCHING = {
    "LOAD": "LOAD <%s>",
    "LOAD into a graph": "LOAD <%s> INTO GRAPH <urn:a>",
    "LOAD in small letters": "load <%s>",
    "LOAD without a space": "LOAD<%s>INTO GRAPH<urn:a>",
    "LOAD by a prefix": "PREFIX x: <%s> LOAD x:",
    "LOAD by a base": "BASE <%s> LOAD <a>",
    "LOAD in an escape": r"\u004cOAD <%s>",
    "LOAD in a long escape": r"LO\U00000041D <%s>",
    "LOAD after a comment": "# INSERT DATA {}\nLOAD <%s>",
    "LOAD after another operation": "INSERT DATA {} ; LOAD <%s>",
    "SERVICE": "INSERT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "SERVICE of DELETE": "DELETE { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "SERVICE in small letters": "INSERT { ?s ?p ?o } WHERE { service <%s> { ?s ?p ?o } }",
    "SERVICE without spaces": "INSERT{?s?p?o}WHERE{SERVICE<%s>{?s?p?o}}",
    "SERVICE that is silent": "INSERT{?s ?p ?o}WHERE{SERVICESILENT<%s>{?s ?p ?o}}",
    "SERVICE by a prefix": "PREFIX x: <%s> INSERT { ?s ?p ?o } WHERE { SERVICEx: { ?s ?p ?o } }",
    "SERVICE by a variable": (
        "INSERT { ?s ?p ?o } WHERE { BIND(<%s> AS ?x) SERVICE SILENT ?x { ?s ?p ?o } }"
    ),
    "SERVICE in an escape": r"INSERT { ?s ?p ?o } WHERE { \u0053ERVICE <%s> { ?s ?p ?o } }",
    "SERVICE in a long escape": (
        r"INSERT { ?s ?p ?o } WHERE { S\U00000045RVICE SILENT <%s> { ?s ?p ?o } }"
    ),
    "SERVICE in EXISTS": (
        "INSERT { <urn:a> <urn:b> 1 } WHERE { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }"
    ),
    "SERVICE in a sub-select": (
        "INSERT { ?s ?p ?o } WHERE { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }"
    ),
    "SERVICE in a second operation": (
        "INSERT DATA {} ; INSERT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }"
    ),
    "SERVICE after a literal with a mark": (
        "INSERT { ?s ?p ?o } WHERE { BIND('#' AS ?x) SERVICE <%s> { ?s ?p ?o } }"
    ),
}
# These may say that all went well: silence was asked for, and nothing came.
SILENT = {
    "LOAD SILENT": "LOAD SILENT <%s>",
    "LOAD SILENT into a graph": "LOAD SILENT <%s> INTO GRAPH <urn:silent>",
    "LOADSILENT": "LOADSILENT<%s>INTO GRAPH<urn:silent>",
    "LOAD SILENT in an escape": r"LOAD \u0053ILENT <%s>",
}
# Names of graphs are names.
NAMES = {
    "GRAPH": "INSERT { <urn:a> <urn:b> ?o } WHERE { GRAPH <%s> { ?s ?p ?o } }",
    "USING": "INSERT { <urn:a> <urn:b> ?o } USING <%s> WHERE { ?s ?p ?o }",
    "WITH": "WITH <%s> INSERT { <urn:a> <urn:b> ?o } WHERE { ?s ?p ?o }",
    "COPY": "COPY SILENT <%s> TO <urn:copied>",
}
SCHEMES = pytest.mark.parametrize("scheme", ["http", "file"])


def version(written: Written) -> int:
    return folder.open(written.root).current


@pytest.fixture
def unchanged(over_a_store: Written):
    """No version came of it, and the server is well."""
    before = version(over_a_store)
    yield
    assert version(over_a_store) == before
    assert over_a_store.is_well()


@SCHEMES
@pytest.mark.parametrize("name", FETCHING)
def test_no_update_fetches_anything(over_a_store, unchanged, trap, secret, name, scheme):  # noqa: F811
    address = trap.url if scheme == "http" else secret
    reply = over_a_store.writer().update(FETCHING[name] % address)
    assert_refused(unsaid(reply, address), 400)
    assert SECRET not in reply.body.decode()


@SCHEMES
@pytest.mark.parametrize("name", SILENT)
def test_no_update_fetches_anything_in_silence(
    over_a_store,
    unchanged,
    trap,  # noqa: F811
    secret,  # noqa: F811
    name,
    scheme,
):
    address = trap.url if scheme == "http" else secret
    reply = over_a_store.writer().update(SILENT[name] % address)
    assert reply.status in (200, 400), reply
    assert SECRET not in reply.body.decode()


@SCHEMES
@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_graph_in_an_update_is_only_a_name(
    over_a_store,
    unchanged,
    trap,  # noqa: F811
    secret,  # noqa: F811
    name,
    scheme,
):
    address = trap.url if scheme == "http" else secret
    assert over_a_store.writer().update(NAMES[name] % address).status == 200


BOMBS = {
    name: f"INSERT {{ <urn:bomb> <urn:of> ?n }} WHERE {{ {{ {attack.text} }} FILTER(false) }}"
    for table in (CARTESIAN, MEMORY, PATHS, PLANNED)
    for name, attack in table.items()
    if attack.text.startswith("SELECT")
} | {
    "more rows than there may be": (
        "INSERT { ?a <urn:of> ?d } WHERE { ?a ?b ?c . ?d ?e ?f FILTER(?a != ?d) }"
    ),
    "a value made large for each row": (
        "INSERT { ?s <urn:of> ?x } WHERE { ?s ?p ?o "
        f"BIND(CONCAT(STR(?o), '{'x' * 100_000}') AS ?x) }}"
    ),
    "a chain of doublings": " ; ".join(
        ["INSERT DATA { <urn:bomb> <urn:of> '0123456789' }"]
        + [
            "DELETE { <urn:bomb> <urn:of> ?x } INSERT { <urn:bomb> <urn:of> ?y } "
            "WHERE { <urn:bomb> <urn:of> ?x BIND(CONCAT(?x, ?x) AS ?y) }"
        ]
        * 40
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_in_an_update_is_fended_off(over_the_stored_ring, name):
    before = version(over_the_stored_ring)
    reply = over_the_stored_ring.writer().update(BOMBS[name])
    # One that is no bomb to this engine changes nothing either.
    if reply.status != 200:
        assert_refused(reply)
        assert not reply.told["type"].endswith("worker-lost"), reply
    assert reply.seconds < LIMIT_SECONDS + LATE_SECONDS, reply
    assert version(over_the_stored_ring) == before
    assert over_the_stored_ring.is_well()


def test_more_lines_than_an_answer_may_have_are_no_change(over_a_store, unchanged):
    values = " ".join(f"<urn:{number}>" for number in range(40))
    pairs = f"VALUES ?a {{ {values} }} VALUES ?b {{ {values} }}"
    text = f"INSERT {{ ?a <urn:of> ?b }} WHERE {{ {pairs} }}"
    assert_refused(over_a_store.writer().update(text), 422)


def test_after_all_of_it_an_update_is_done(over_a_store):
    writer = over_a_store.writer()
    assert writer.update("INSERT DATA { <urn:new> <urn:value> 1 }").status == 200
    reply = writer.ask("SELECT ?value { <urn:new> <urn:value> ?value }")
    assert reply.bindings == [{"value": "1"}]
