"""SPARQL 1.1 Service Description: what a bare GET of the endpoint must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from .manifest import rows
from .servers import SERVERS, Reply, Server
from .statements import ROOT
from .vocabulary import SD, breaches

STARTS = ("souverain", "writable")
MANIFEST = ROOT / "sparql11" / "service-description" / "manifest.ttl"


@pytest.fixture(scope="module", params=STARTS, ids=STARTS)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server that reads a file, and one that was sent it."""
    data = tmp_path_factory.mktemp("description") / "graph.nq"
    data.write_text(
        '<http://example.org/s> <http://example.org/p> "in the default graph" .\n'
        '<http://example.org/s> <http://example.org/p> "in a graph" <http://example.org/g> .\n'
    )
    with SERVERS[request.param](data) as started:
        yield started


def described(server: Server) -> tuple[Reply, list[Quad]]:
    """The reply to a bare GET, and what it says."""
    reply = server.ask("GET", server.sparql, {})
    format = RdfFormat.from_media_type(reply.media_type)
    assert format, f"{reply.media_type} is no RDF"
    url = f"http://{server.address}{server.sparql}"
    return reply, list(parse(reply.body, format, base_iri=url))


def returns_rdf(server: Server) -> None:
    reply, graph = described(server)
    assert reply.status == 200
    assert graph


def has_endpoint_triple(server: Server) -> None:
    _, graph = described(server)
    endpoints = [quad.object for quad in graph if quad.predicate.value == f"{SD}endpoint"]
    assert endpoints == [NamedNode(f"http://{server.address}{server.sparql}")]


def conforms_to_schema(server: Server) -> None:
    _, graph = described(server)
    assert breaches(graph) == []


# The manifest tells each test in words alone.
CHECKS: dict[str, Callable[[Server], None]] = {
    "returns-rdf": returns_rdf,
    "has-endpoint-triple": has_endpoint_triple,
    "conforms-to-schema": conforms_to_schema,
}


def test_each_test_of_the_manifest_is_known():
    assert {name.partition("/")[2] for _, _, name in rows(MANIFEST)} == CHECKS.keys()


@pytest.mark.parametrize("name", CHECKS)
def test_the_description_of_the_service_holds(server: Server, name: str):
    CHECKS[name](server)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (f"<http://e/> a <{SD}Service> .", "http://e/> has 0 endpoints"),
        (f"<http://e/> <{SD}endpoint> <http://e/> .", "0 services are described"),
        (f"<http://e/> a <{SD}Server> .", f"there is no {SD}Server"),
        (f'<http://e/> a <{SD}Service> ; <{SD}endpoint> "e" .', "has to do with sd:endpoint"),
        (f"<http://e/> <{SD}namedGraph> <http://g/> .", "is not told to be a NamedGraph"),
    ],
)
def test_what_departs_from_the_schema_is_told(wrong: str, told: str):
    graph = list(parse(wrong.encode(), RdfFormat.TURTLE))
    assert told in "; ".join(breaches(graph))
