from __future__ import annotations

import http.client
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from werkzeug.test import Client

from souverain.files import Project
from souverain.pages.site import SiteSource
from souverain.query.engine import InProcess
from souverain.settings import Settings
from souverain.source import Loaded, Summary
from souverain.store import Dataset
from souverain.web.app import create_app
from souverain.web.served import Served

MAX_BODY_BYTES = 2000
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding"}
# What may differ between two answers to one request: one comes in chunks, the other is at hand.
PASSING = {"date", "content-length"}


def client_in_flask(loaded: Loaded, **settings: Any) -> Client:
    """A client of the application alone, whose queries are answered in this process."""
    served = Served(Settings(**settings), Summary(**loaded.summary()))
    return create_app(served, InProcess(loaded.dataset)).test_client()


class Relay:
    """A WSGI callable that asks a live server, so that one client serves for both.

    It asks as often as `times` says, and all answers must be alike: the first comes from the data,
    the second may come from memory.
    """

    def __init__(self, url: str, times: int) -> None:
        self._address = urlsplit(url).netloc
        self._times = times

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        body = environ["wsgi.input"].read()
        answers = [self._ask(environ, body) for _ in range(self._times)]
        told = [(status, _lasting(headers), content) for status, headers, content in answers]
        if ("Cache-Control", "no-store") not in answers[0][1]:
            assert all(answer == told[0] for answer in told)
        status, headers, content = answers[0]
        start_response(status, headers)
        return [content]

    def _ask(self, environ: dict[str, Any], body: bytes) -> tuple[str, list[Any], bytes]:
        path = quote(environ["PATH_INFO"].encode("latin-1"))
        target = f"{path}?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else path
        headers = {
            name[5:].replace("_", "-").title(): value
            for name, value in environ.items()
            if name.startswith("HTTP_")
        }
        if environ.get("CONTENT_TYPE"):
            headers["Content-Type"] = environ["CONTENT_TYPE"]
        connection = http.client.HTTPConnection(self._address, timeout=30)
        try:
            connection.request(environ["REQUEST_METHOD"], target, body or None, headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        told = [
            (name, value) for name, value in response.getheaders() if name.lower() not in HOP_BY_HOP
        ]
        return f"{response.status} {response.reason}", told, content


def _lasting(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(row for row in headers if row[0].lower() not in PASSING)


@pytest.fixture(scope="session")
def loaded(tiny: Project) -> Loaded:
    return SiteSource(str(tiny.root)).load()


@pytest.fixture(scope="session")
def dataset(loaded: Loaded) -> Dataset:
    return loaded.dataset


@pytest.fixture(scope="session")
def servers(tiny: Project, launch: type[Any]) -> Iterator[Callable[..., str]]:
    """Gives the address of a server with some options, started once for all tests."""
    started: dict[tuple[object, ...], Any] = {}

    def start(*options: object) -> str:
        if options not in started:
            started[options] = launch("--project", tiny.root, "serve", "--port", 0, *options)
        return str(started[options].url)

    yield start
    for server in started.values():
        assert server.stop() == (0, "")


@pytest.fixture(scope="session")
def flask_client() -> Callable[..., Client]:
    """Makes clients of the application alone over other data."""
    return client_in_flask


@pytest.fixture
def in_flask(loaded: Loaded) -> Client:
    """A client of the application alone over the tiny project."""
    return client_in_flask(loaded, max_body_bytes=MAX_BODY_BYTES)


@pytest.fixture(params=["in Flask", "cached", "not cached"])
def client(request: pytest.FixtureRequest, loaded: Loaded) -> Client:
    """A client of the tiny project: of the application, or of a server with or without cache."""
    if request.param == "in Flask":
        return client_in_flask(loaded, max_body_bytes=MAX_BODY_BYTES)
    start = request.getfixturevalue("servers")
    room = () if request.param == "cached" else ("--cache-bytes", 0)
    url = start("--max-body-bytes", MAX_BODY_BYTES, *room)
    return Client(Relay(url, times=2 if request.param == "cached" else 1))


@pytest.fixture
def serve(tiny: Project, launch: type[Any]) -> Iterator[Callable[..., Any]]:
    """Starts servers of the tiny project on free ports."""
    started = []

    def start(*arguments: object) -> Any:
        started.append(launch("--project", tiny.root, "serve", "--port", 0, *arguments))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="module")
def live(tiny: Project, launch: type[Any]) -> Iterator[str]:
    """The address of a server over the tiny project, which takes its time."""
    server = launch("--project", tiny.root, "serve", "--port", 0, "--query-seconds", 60)
    yield server.url
    assert server.stop() == (0, "")
