"""A WSGI application behind the server: by PEP 3333, in threads, and never without end."""

from __future__ import annotations

import asyncio
import threading
from contextvars import ContextVar
from wsgiref.validate import validator

import flask
import pytest

from souverain.http import wsgi
from souverain.http.message import Request, Response
from souverain.http.wsgi import Wsgi

HOST = b"Host: souverain.example\r\n"
POSTED = b"POST /posted HTTP/1.1\r\nContent-Type: text/x\r\nConnection: close\r\n" + HOST
NAMED: ContextVar[str] = ContextVar("named")


def problem(status: int, request: Request) -> Response:
    return Response.of(status, "text/plain", f"{status} for {request.method}".encode())


class Body:
    """A body in chunks of 40 KB that tells what became of it."""

    def __init__(self, number: int, *, fails: bool = False) -> None:
        self.number, self.fails = number, fails
        self.closed = threading.Event()

    def __iter__(self):
        return self

    def __next__(self) -> bytes:
        self.number -= 1
        if self.number >= 0:
            return NAMED.get()[:1].encode() * 40_000
        if self.fails:
            raise ValueError("on purpose")
        raise StopIteration

    def close(self) -> None:
        self.closed.set()


class App:
    """Answers by path."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.bodies: list[Body] = []

    def __call__(self, environ, start_response):
        NAMED.set(environ["PATH_INFO"].strip("/"))
        return getattr(self, environ["PATH_INFO"].strip("/"))(environ, start_response)

    def posted(self, environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [environ["wsgi.input"].read(), b" ", environ["CONTENT_LENGTH"].encode()]

    def written(self, environ, start_response):
        write = start_response("200 OK", [("Content-Type", "text/plain")])
        write(b"one,")
        return [b"two"]

    def changed(self, environ, start_response):
        start_response("200 OK", [("X-Old", "1")])
        try:
            raise ValueError("on purpose")
        except ValueError as fault:
            start_response("418 I'm a Teapot", [], (type(fault), fault, fault.__traceback__))
        return [b"tea"]

    def twice(self, environ, start_response):
        start_response("200 OK", [])
        start_response("200 OK", [])
        return [b""]

    def never(self, environ, start_response):
        return [b"no start"]

    def fails(self, environ, start_response):
        raise ValueError("on purpose")

    def waits(self, environ, start_response):
        self.free.wait(10)
        start_response("200 OK", [])
        return [b"waited"]

    def small(self, environ, start_response):
        return self._body(1, start_response)

    def large(self, environ, start_response):
        return self._body(10, start_response)

    def endless(self, environ, start_response):
        return self._body(10**9, start_response)

    def cut(self, environ, start_response):
        return self._body(5, start_response, fails=True)

    def early(self, environ, start_response):
        return self._body(1, start_response, fails=True)

    def _body(self, number, start_response, **options):
        start_response("200 OK", [("Link", "<a>"), ("Link", "<b>")])
        self.bodies.append(Body(number, **options))
        return self.bodies[-1]


@pytest.fixture
def app():
    return App()


@pytest.fixture
def running(start, app):
    handler = Wsgi(app, threads=2, problem=problem, waiting_requests=2)
    handler.ready = lambda _: None
    yield start(handler=handler)
    app.free.set()
    handler.close()


def environ(**given: object) -> dict[str, object]:
    return wsgi.environ(Request(**{"method": "GET", "url": "http://a.example/", **given}))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://a.example/a/b", "/a/b"),
        ("http://a.example", "/"),
        ("http://a.example//b/", "//b/"),
        ("http://a.example/%C3%A9%2F%zz", "/\xc3\xa9/%zz"),
        ("http://a.example/a;b=c@d:e", "/a;b=c@d:e"),
    ],
)
def test_the_path_is_decoded_into_latin_1(url, path):
    assert environ(url=url)["PATH_INFO"] == path


@pytest.mark.parametrize(
    ("url", "scheme", "name", "port"),
    [
        ("http://a.example/", "http", "a.example", "80"),
        ("https://a.example/", "https", "a.example", "443"),
        ("http://a.example:81/", "http", "a.example", "81"),
        ("http://[::1]/", "http", "[::1]", "80"),
        ("http://[::1]:81/", "http", "[::1]", "81"),
    ],
)
def test_the_server_is_named_by_the_address(url, scheme, name, port):
    made = environ(url=url)
    told = (made["wsgi.url_scheme"], made["SERVER_NAME"], made["SERVER_PORT"])
    assert told == (scheme, name, port)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("proxy", "HTTP_PROXY"),
        ("x_forwarded_for", "HTTP_X_FORWARDED_FOR"),
        ("transfer-encoding", "HTTP_TRANSFER_ENCODING"),
        ("content-type", "HTTP_CONTENT_TYPE"),
    ],
)
def test_a_header_that_would_mislead_is_left_out(header, name):
    assert name not in environ(headers={header: "a"})


def test_headers_query_and_client_are_told():
    made = environ(headers={"x-one": "a"}, query=b"b=%20", client="192.0.2.1")
    told = [made[name] for name in ("HTTP_X_ONE", "QUERY_STRING", "REMOTE_ADDR", "SCRIPT_NAME")]
    assert told == ["a", "b=%20", "192.0.2.1", ""]


def test_the_validator_of_wsgi_finds_nothing(start):
    def plain(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"valid"]

    handler = Wsgi(validator(plain), threads=1, problem=problem)
    response = asyncio.run(
        handler.respond(Request("GET", "http://a.example/", b"a=b", {"host": "a.example"}))
    )
    handler.close()
    assert (response.status, response.body) == (200, b"valid")


@pytest.mark.parametrize(
    "framed",
    [b"Content-Length: 3\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"],
    ids=["told", "chunks"],
)
def test_a_body_is_there_to_be_read(running, framed):
    assert running.ask(POSTED + framed).endswith(b"abc 3")


def test_what_is_written_the_old_way_comes_first(running):
    assert running.get("/written").body == b"one,two"


def test_an_error_may_change_the_answer_that_is_not_sent_yet(running):
    answer = running.get("/changed")
    assert (answer.status, answer.body) == (418, b"tea")
    assert "x-old" not in answer.headers


@pytest.mark.parametrize("target", ["/fails", "/twice", "/never", "/early"])
def test_an_application_that_fails_gives_an_error(running, target, caplog):
    answer = running.get(target)
    assert (answer.status, answer.body) == (500, b"500 for GET")
    assert len(caplog.records) == 1


def test_a_small_body_has_a_length(running, app):
    answer = running.get("/small")
    assert answer.headers["content-length"] == "40000"
    assert app.bodies[0].closed.wait(5)


def test_a_large_body_comes_in_chunks_and_its_context_goes_with_it(running, app):
    answer = running.get("/large")
    assert answer.headers["transfer-encoding"] == "chunked"
    assert answer.body == b"l" * 400_000
    assert app.bodies[0].closed.wait(5)


def test_headers_sent_twice_are_joined(running):
    assert running.get("/small").headers["link"] == "<a>, <b>"


def test_a_body_that_fails_is_cut_and_closed(running, app):
    received = running.ask(b"GET /cut HTTP/1.1\r\n" + HOST + b"\r\n")
    assert received.startswith(b"HTTP/1.1 200 ")
    assert not received.endswith(b"0\r\n\r\n")
    assert app.bodies[0].closed.wait(5)


def test_a_body_whose_client_goes_away_is_closed(running, app):
    with running.connect() as client:
        client.sendall(b"GET /endless HTTP/1.1\r\n" + HOST + b"\r\n")
        assert client.recv(100)
    assert app.bodies[0].closed.wait(5)


def test_head_closes_the_body(running, app):
    running.get("/large", method="HEAD")
    assert app.bodies[0].closed.wait(5)


def test_more_requests_than_may_wait_are_told_so(running, app):
    clients = [running.connect() for _ in range(4)]
    for client in clients:
        client.sendall(b"GET /waits HTTP/1.1\r\n" + HOST + b"\r\n")
    assert running.eventually(lambda: running.handler._places._value == 0)
    answer = running.get("/waits")
    assert (answer.status, answer.headers["retry-after"]) == (503, "1")
    app.free.set()
    assert [running.answer(client).body for client in clients] == [b"waited"] * 4
    for client in clients:
        client.close()
    assert running.get("/small").status == 200


def test_flask_streams_with_its_context(start):
    app = flask.Flask("streams")

    @app.get("/<name>")
    def stream(name):
        def chunks():
            for _ in range(5):
                yield flask.request.path * 20_000

        return flask.Response(flask.stream_with_context(chunks()))

    handler = Wsgi(app, threads=3, problem=problem)
    handler.ready = lambda _: None
    assert start(handler=handler).get("/abc").body == b"/abc" * 100_000
    handler.close()
