"""SERVICE over HTTP, between servers of our own."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

import pytest

from .mischief import Mischief, results, right, sending, waiting
from .worlds import HERE, THERE, World, counted


class Reply(NamedTuple):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def told(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


class Asked:
    """A server over the small world, which may ask its endpoints and others."""

    def __init__(self, url: str, endpoints: list[str]) -> None:
        self.endpoints = endpoints
        self.address = urlsplit(url).netloc

    def described(self) -> Reply:
        """The description of the service."""
        return self._get("/sparql", "text/turtle")

    def metrics(self) -> Reply:
        """The counters."""
        return self._get("/metrics", "text/plain")

    def ask(self, query: str, **parameters: str) -> Reply:
        target = "/sparql?" + urlencode({"query": query, **parameters})
        return self._get(target, "application/json")

    def _get(self, target: str, accept: str) -> Reply:
        connection = http.client.HTTPConnection(self.address, timeout=60)
        try:
            connection.request("GET", target, headers={"Accept": accept})
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read())
        finally:
            connection.close()


def serve(launch: Callable[..., Any], data: Path, *options: object) -> Any:
    strict = ("--shapes", "none", "--default-graph", "strict", "--workers", 3)
    return launch("serve", "--port", 0, "--data", data, *strict, *options)


@pytest.fixture(scope="module")
def start(
    launch: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Asked]]:
    """Starts a server that may ask the two endpoints, and others that are named."""
    folder = tmp_path_factory.mktemp("federation")
    servers, urls = [], []
    for number, text in enumerate(THERE.values()):
        data = folder / f"{number}.ttl"
        data.write_text(text, "utf-8")
        servers.append(serve(launch, data))
        urls.append(f"{servers[-1].url}/sparql")

    def made(*others: str, **options: object) -> Asked:
        data = folder / "here.trig"
        data.write_text(HERE, "utf-8")
        told = [text for name, value in options.items() for text in (f"--{name}", value)]
        allowed = ("--service-allow", ",".join([*urls, *others]))
        servers.append(serve(launch, data, *allowed, *told))
        return Asked(servers[-1].url, urls)

    yield made
    for server in servers:
        server.stop()


@pytest.fixture(scope="module")
def asked(start: Callable[..., Asked]) -> Asked:
    return start()


QUERIES = {
    "joined": "SELECT * { ?s :p ?o . SERVICE <%1> { ?s :q ?n } }",
    "OPTIONAL": "SELECT * { ?s :p ?o OPTIONAL { SERVICE <%1> { ?s :q ?n } } }",
    "UNION": "SELECT * { { SERVICE <%1> { ?s :q ?n } } UNION { SERVICE <%2> { ?s :s ?n } } }",
    "MINUS": "SELECT * { ?s :p ?o MINUS { SERVICE <%1> { ?s :q ?n } } }",
    "two": "SELECT * { ?s :p ?o SERVICE <%1> { ?s :q ?n } OPTIONAL { SERVICE <%2> { ?o :s ?t } } }",
    "a variable": "SELECT ?s ?n { VALUES ?e { <%1> <%2> } SERVICE ?e { ?s :q ?n } }",
}


@pytest.mark.parametrize("name", QUERIES)
def test_the_answer_is_that_over_all_data_together(asked: Asked, name: str):
    query = "PREFIX : <http://example.org/>" + QUERIES[name]
    one, two = THERE
    expected = World().expected(QUERIES[name].replace("%1", one).replace("%2", two))
    reply = asked.ask(query.replace("%1", asked.endpoints[0]).replace("%2", asked.endpoints[1]))
    assert reply.status == 200, reply.body
    assert counted(reply.body) == expected


def test_an_answer_says_when_rows_were_fetched_and_is_kept_by_nobody(asked: Asked):
    reply = asked.ask(f"SELECT * {{ SERVICE <{asked.endpoints[0]}> {{ ?s ?p ?o }} }}")
    assert reply.headers["Souverain-Service"].startswith(f'<{asked.endpoints[0]}>; fetched="')
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["ETag"] is None
    assert "Souverain-Service" in reply.headers["Access-Control-Expose-Headers"]


def test_an_endpoint_that_is_not_allowed_is_refused_with_those_that_are(asked: Asked):
    with Mischief(right) as trap:
        reply = asked.ask(f"SELECT * {{ SERVICE <{trap.iri}> {{ ?s ?p ?o }} }}")
        assert reply.status == 400
        assert all(f"<{iri}>" in reply.told["hint"] for iri in asked.endpoints)
        assert trap.heard == []


PROBLEMS = {
    "fails": (sending("500 Internal Server Error"), 502, "service-failed"),
    "gives nonsense": (results(b"{"), 502, "service-failed"),
    "waits": (waiting(), 504, "service-too-slow"),
    "gives too much": (results(b" " * 5000), 422, "service-too-large"),
    "wants a pause": (sending("429 Too Many", "Retry-After: 99"), 503, "service-paused"),
}
# An IRI that breaks its VALUES, if the engine is stricter than we are.
STRANGE = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:%zz"}}]}}'


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_fault_of_an_endpoint_is_a_problem_that_names_it(start: Callable[..., Asked], name: str):
    deed, status, slug = PROBLEMS[name]
    with Mischief(deed) as other:
        asked = start(other.iri, **{"service-seconds": 1, "service-bytes": 4000})
        reply = asked.ask(f"SELECT * {{ SERVICE <{other.iri}> {{ ?s ?p ?o }} }}")
        assert reply.status == status, reply.body
        assert reply.told["type"].endswith(f"/{slug}")
        assert reply.told["endpoint"] == other.iri
        assert reply.told["hint"]


def test_terms_that_the_engine_does_not_take_are_a_fault_of_the_endpoint(
    start: Callable[..., Asked],
):
    with Mischief(results(STRANGE)) as other:
        reply = start(other.iri).ask(f"SELECT ?s {{ SERVICE <{other.iri}> {{ ?s ?p ?o }} }}")
        assert reply.status == 502
        assert "terms that cannot be read" in reply.told["detail"]


def test_a_pause_is_told_to_the_client(start: Callable[..., Asked]):
    with Mischief(sending("429 Too Many", "Retry-After: 99")) as other:
        reply = start(other.iri).ask(f"ASK {{ SERVICE <{other.iri}> {{ ?s ?p ?o }} }}")
        assert 98 <= int(reply.headers["Retry-After"]) <= 99


def test_the_time_of_the_query_bounds_what_others_take(start: Callable[..., Asked]):
    with Mischief(waiting()) as other:
        asked = start(other.iri)
        reply = asked.ask(f"ASK {{ SERVICE <{other.iri}> {{ ?s ?p ?o }} }}", timeout="0.5")
        assert reply.status == 503
        assert reply.told["limit"] == 0.5
        assert other.hung_up.wait(10)


def test_a_client_that_vanishes_is_asked_for_nothing_more(start: Callable[..., Asked]):
    with Mischief(waiting()) as other:
        asked = start(other.iri)
        connection = http.client.HTTPConnection(asked.address, timeout=30)
        query = urlencode({"query": f"ASK {{ SERVICE <{other.iri}> {{ ?s ?p ?o }} }}"})
        connection.request("GET", f"/sparql?{query}")
        while not other.heard:
            other.hung_up.wait(0.05)
        connection.close()
        assert other.hung_up.wait(5)


def test_the_description_tells_the_feature_and_the_limits(asked: Asked):
    told = asked.described().body.decode()
    assert "BasicFederatedQuery" in told
    assert "service_rows" in told


def test_requests_are_counted_by_their_outcome(start: Callable[..., Asked]):
    asked = start()
    for _ in range(2):
        asked.ask(f"ASK {{ SERVICE <{asked.endpoints[0]}> {{ ?s ?p ?o }} }}")
    told = asked.metrics().body.decode().splitlines()
    assert 'souverain_service_requests_total{outcome="Answered"} 1.0' in told
    assert 'souverain_service_requests_total{outcome="Kept"} 1.0' in told


def test_many_queries_at_once_are_all_answered(start: Callable[..., Asked]):
    asked = start(**{"client-service-requests": 8})
    query = f"SELECT * {{ ?s ?p ?o SERVICE <{asked.endpoints[0]}> {{ ?s ?q ?x }} }}"
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(asked.ask, [query] * 24))
    assert {reply.status for reply in replies} == {200}
    assert len({frozenset(counted(reply.body)) for reply in replies}) == 1
