"""A real server in a thread, with a handler that does what a path says."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import asdict, dataclass, field
from http.client import HTTPResponse

import pytest
import uvloop

from souverain.errors import SouverainError
from souverain.http.handler import Done
from souverain.http.limits import Limits
from souverain.http.message import Request, Response
from souverain.http.received import Received
from souverain.http.server import Server
from souverain.http.wire import Ready

PATIENCE_SECONDS = 10
READY = b'{"ready": true}'
PIECE = b"0123456789abcdef" * 4096


class SlowToClose:
    """A body of one chunk that takes its time to end."""

    def __init__(self) -> None:
        self._chunks = iter([b"all"])

    def __aiter__(self) -> SlowToClose:
        return self

    async def __anext__(self) -> bytes:
        for chunk in self._chunks:
            return chunk
        raise StopAsyncIteration

    async def aclose(self) -> None:
        await asyncio.sleep(0.1)


@dataclass
class Played:
    """Answers by the last part of the path, and remembers what became of the bodies."""

    requests: list[Request] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    cancelled: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    pieces: int = 0

    def ready(self, asked: Received) -> Ready | None:
        if asked.target != b"/ready":
            return None
        return Ready.of(Response.of(200, "application/json", READY))

    async def respond(self, request: Request) -> Response:
        self.requests.append(request)
        name = request.url.rpartition("/")[2]
        if plays := getattr(self, f"play_{name}", None):
            return await plays(request)
        told = asdict(request) | {"query": request.query.decode(), "body": request.body.decode()}
        return Response.of(200, "application/json", json.dumps(told).encode())

    async def play_slow(self, request: Request) -> Response:
        self.begun.set()
        await asyncio.sleep(float(request.query or b"0.5"))
        return Response.of(200, "text/plain", b"slow")

    async def play_never(self, _: Request) -> Response:
        self.begun.set()
        try:
            await asyncio.sleep(60)
        finally:
            self.cancelled.set()
        return Response.of(200, "text/plain", b"")

    async def play_stream(self, request: Request) -> Response:
        return Response(200, {"Content-Type": "text/plain"}, self.chunks(int(request.query)))

    async def play_told(self, request: Request) -> Response:
        told, given = map(int, request.query.split(b","))
        return Response(200, {"Content-Length": str(told)}, iter([b"x" * given]))

    async def play_list(self, _: Request) -> Response:
        return Response(200, {"Content-Type": "text/plain"}, [b"one,", b"", b"two"])

    async def play_cut(self, _: Request) -> Response:
        return Response(200, {"Content-Type": "text/plain"}, self.chunks(2, fails=True))

    async def play_endless(self, _: Request) -> Response:
        return Response(200, {"Content-Type": "text/plain"}, self.chunks(10**9))

    async def play_lingers(self, _: Request) -> Response:
        return Response(200, {"Content-Type": "text/plain"}, SlowToClose())

    async def play_empty(self, _: Request) -> Response:
        return Response(204, {})

    async def play_fails(self, _: Request) -> Response:
        raise ValueError("on purpose")

    async def play_split(self, _: Request) -> Response:
        return Response(200, {"X-Bad": "a\r\nSet-Cookie: b"}, b"")

    async def chunks(self, number: int, *, fails: bool = False) -> AsyncIterator[bytes]:
        try:
            for _ in range(number):
                self.pieces += 1
                yield PIECE
            if fails:
                raise SouverainError("on purpose")
        finally:
            self.ended.set()


def problem(status: int, request: Request) -> Response:
    return Response.of(status, "text/plain", f"{status} for {request.method}".encode())


class Running:
    """A server in a thread of its own."""

    def __init__(
        self, limits: Limits | None = None, *, handler: object = None, **options: object
    ) -> None:
        self.handler = handler or Played()
        self.done: list[Done] = []
        # What went wrong in the server itself, and was answered by nobody.
        self.faults: list[dict[str, object]] = []
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port = self.listener.getsockname()[1]
        self._limits = limits
        self._options = {"record": self.done.append, "sweep_seconds": 0.1, **options}
        self._started = threading.Event()
        self._thread = threading.Thread(target=uvloop.run, args=(self._main(),))
        self._thread.start()
        assert self._started.wait(PATIENCE_SECONDS)

    async def _main(self) -> None:
        self._stopping = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(lambda _, told: self.faults.append(told))
        self._grace_seconds = 0.0
        self.server = Server(self.handler, [self.listener], problem, self._limits, **self._options)
        await self.server.start()
        self._started.set()
        await self._stopping.wait()
        await self.server.stop(self._grace_seconds)

    def begin_stop(self, grace_seconds: float = 0.0) -> None:
        self._grace_seconds = grace_seconds
        self._loop.call_soon_threadsafe(self._stopping.set)

    def stop(self) -> None:
        if self._thread.is_alive():
            self.begin_stop(self._grace_seconds)
            self._thread.join(PATIENCE_SECONDS)
        assert not self._thread.is_alive()
        assert not self.faults

    def join(self) -> None:
        self._thread.join(PATIENCE_SECONDS)
        assert not self._thread.is_alive()

    def connect(self, receive_bytes: int = 0) -> socket.socket:
        """A connection; with few bytes to receive, it is a slow one."""
        client = socket.socket()
        if receive_bytes:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        client.settimeout(PATIENCE_SECONDS)
        try:
            client.connect(("127.0.0.1", self.port))
        except OSError:
            client.close()
            raise
        return client

    def ask(self, sent: bytes) -> bytes:
        """All that comes back until the server ends the connection."""
        with self.connect() as client:
            client.sendall(sent)
            return everything(client)

    def get(self, target: str, *headers: str, method: str = "GET", version: str = "1.1") -> Answer:
        """The one answer to a request."""
        lines = [f"{method} {target} HTTP/{version}", "Host: souverain.example", *headers]
        with self.connect() as client:
            client.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1"))
            return answer(client, method)

    def is_well(self) -> bool:
        return self.get("/ready").body == READY

    @staticmethod
    def answer(client: socket.socket, method: str = "GET") -> Answer:
        """The next answer on a connection."""
        return answer(client, method)

    @staticmethod
    def rest(client: socket.socket) -> bytes:
        """All that still comes on a connection, at full speed."""
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_194_304)
        return everything(client)

    def eventually(self, holds: Callable[[], bool]) -> bool:
        """Whether it holds within some seconds."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            if time.monotonic() > until:
                return False
            time.sleep(0.01)
        return True


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, object]:
        return json.loads(self.body)


def answer(client: socket.socket, method: str = "GET") -> Answer:
    """The next answer on a connection, by the standard library's reading of it."""
    with HTTPResponse(client, method=method) as response:
        response.begin()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, response.read())


def everything(client: socket.socket) -> bytes:
    received = b""
    try:
        while piece := client.recv(65536):
            received += piece
    except ConnectionError:
        pass
    return received


Start = Callable[..., Running]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a server under the limits that it is given."""
    servers: list[Running] = []

    def begin(*arguments: object, **options: object) -> Running:
        servers.append(Running(*arguments, **options))
        return servers[-1]

    yield begin
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def limits() -> type[Limits]:
    """Makes limits; those that are not named are the usual ones."""
    return Limits


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """A server under the usual limits, for all tests of a module."""
    server = Running()
    yield server
    server.stop()
