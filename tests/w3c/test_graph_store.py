"""SPARQL 1.1 Graph Store HTTP Protocol: what is read after each write of the tests.

Nothing is written here. A GET or HEAD is sent to a server in which the graph that it reads is as
the earlier requests of its test would have left it; graphs that agree share a server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from email.parser import BytesParser
from email.policy import HTTP
from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)

from . import servers
from .conversation import (
    READING,
    Conversation,
    Exchange,
    conversations,
    fault,
    moved,
    with_location,
)
from .servers import Server
from .statements import ROOT

# The name that a server could have given to the graph that a test creates without one.
CREATED = "http://www.example/store/created-1"
PATH = "/store"

# What is in a graph, with canonical names for its blank nodes; nothing where there is no graph.
Content = frozenset[Quad] | None


class Reading(NamedTuple):
    """A GET or HEAD, and the graph that it reads: its name, empty for the default graph."""

    test: str
    exchange: Exchange
    graph: str
    content: Content


def graph_of(exchange: Exchange, authority: str) -> str:
    """The name of the graph that a request is about, empty for the default graph."""
    parts = urlsplit(exchange.target)
    asked = parse_qs(parts.query, keep_blank_values=True)
    if "default" in asked:
        return ""
    if "graph" in asked:
        return asked["graph"][0]
    return CREATED if parts.path == PATH else f"http://{authority}{exchange.target}"


def content_of(exchange: Exchange, graph: str) -> frozenset[Quad]:
    """The statements that a request carries, in the graph that it writes."""
    place = NamedNode(graph) if graph else DefaultGraph()
    base = graph or f"http://www.example{PATH}"
    found = Dataset(
        Quad(quad.subject, quad.predicate, quad.object, place)
        for body in bodies(exchange)
        for quad in parse(body, RdfFormat.TURTLE, base_iri=base, rename_blank_nodes=True)
    )
    found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(found)


def bodies(exchange: Exchange) -> list[bytes]:
    """The documents that a request carries: its body, or each part of a form."""
    content_type, body = exchange.request.headers["content-type"], exchange.request.body
    assert body
    if not content_type.startswith("multipart/"):
        return [body]
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    return [part.get_payload(decode=True) for part in message.iter_parts()]


def readings(test: Conversation) -> Iterator[Reading]:
    """Each GET and HEAD of a test, with what its graph holds by then."""
    store: dict[str, Content] = {}
    location = ""
    for exchange in test.exchanges:
        asked = with_location(moved(exchange, "/gsp", PATH), location, CREATED)
        graph = graph_of(asked, test.authority)
        before = store.get(graph)
        if asked.method in READING:
            yield Reading(test.name, asked, graph, before)
        elif asked.method == "DELETE":
            store[graph] = None
        else:
            kept = before if asked.method == "POST" and before else frozenset()
            store[graph] = kept | content_of(asked, graph)
        location = location or exchange.location


TESTS = conversations(ROOT / "sparql11" / "graph-store-protocol" / "manifest.ttl")
READINGS = [reading for test in TESTS for reading in readings(test)]


def holds(store: dict[str, Content], reading: Reading) -> bool:
    """Whether the graph is there as the reading must find it, or is kept out of the store."""
    return reading.graph in store and store[reading.graph] == reading.content


@cache
def stores() -> list[dict[str, Content]]:
    """The fewest stores, first come first served, in which every reading finds its graph."""
    found: list[dict[str, Content]] = []
    for reading in READINGS:
        if not any(holds(store, reading) for store in found):
            free = next((store for store in found if reading.graph not in store), None)
            if free is None:
                found.append(free := {})
            free[reading.graph] = reading.content
    return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Reading], Server]]:
    """Gives the server for a reading; each is started once."""
    folder = tmp_path_factory.mktemp("store")
    with ExitStack() as running:

        @cache
        def start(number: int) -> Server:
            data = folder / f"{number}.nq"
            graphs = [graph for graph in stores()[number].values() if graph]
            data.write_text("".join(f"{quad} .\n" for graph in graphs for quad in graph), "utf-8")
            return running.enter_context(servers.souverain(data))

        yield lambda reading: start([holds(store, reading) for store in stores()].index(True))


def test_the_manifest_holds_as_many_tests_as_it_did():
    assert (len(TESTS), len(READINGS)) == (13, 18)


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_a_graph_is_read_as_it_was_written(server: Callable[[Reading], Server], test: Conversation):
    for reading in READINGS:
        if reading.test == test.name:
            assert fault(server(reading), test.authority, reading.exchange, {}) == ""
