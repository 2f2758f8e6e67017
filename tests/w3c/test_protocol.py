"""SPARQL 1.1 Protocol: the tests replayed as they stand.

A server that only reads is asked those in which a client asks, one that can be written to is asked
all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from . import asking, servers
from .conversation import Conversation, conversations, replay
from .servers import Server
from .statements import ROOT, read

MANIFEST = ROOT / "sparql11" / "protocol" / "manifest.ttl"
TESTS = conversations(MANIFEST)
PATHS = ("/sparql/", "/sparql")
TABLES, GRAPHS = dict(asking.TABLES.values()), dict(asking.GRAPHS.values())
KINDS = {"boolean": TABLES, "tabular": TABLES, "RDF": GRAPHS}
QUADS = {"Content-Type": "application/n-quads"}


def is_reading(conversation: Conversation) -> bool:
    """Whether a client only asks, or tries to write in a way that is for asking alone: by GET."""
    return "update" not in conversation.name or conversation.name == "bad_update_get"


READING = [conversation for conversation in TESTS if is_reading(conversation)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of all graphs that the tests name."""
    graphs = {name: file for test in READING for name, file in test.graphs.items()}
    data = tmp_path_factory.mktemp("protocol") / "graphs.nq"
    data.write_bytes(asking.written(named(graphs)))
    with servers.souverain(data) as started:
        yield started


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a store, which each test finds as the one before has left it."""
    with servers.empty(tmp_path_factory.mktemp("protocol") / "store") as started:
        yield started


def named(graphs: dict[str, Path]) -> list[Quad]:
    return [
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(name))
        for name, file in graphs.items()
        for quad in read(file)
    ]


def test_the_manifest_holds_as_many_tests_as_it_did():
    assert (len(TESTS), len(READING)) == (34, 21)


@pytest.mark.parametrize("test", READING, ids=lambda test: test.name)
def test_a_request_of_the_protocol_is_answered(server: Server, test: Conversation):
    assert replay(server, test, PATHS, KINDS) == ""


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_a_request_of_the_protocol_is_answered_where_it_may_write(
    writable: Server, test: Conversation
):
    if test.graphs:
        graphs = asking.written(named(test.graphs))
        assert writable.ask("POST", "/store", QUADS, graphs).status in (200, 204)
    assert replay(writable, test, PATHS, KINDS) == ""
