"""The servers that are asked, each in a process of its own over the data that it is given."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from souverain import tokens

START_SECONDS = 60
ANSWER_SECONDS = 60
# A server that is written to has its workers forked anew after each write.
WORKERS = 4
BODY_BYTES = 16_777_216


@dataclass(frozen=True)
class Reply:
    """What came back: header names are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass
class Server:
    """A server that listens; each thread that asks has a connection of its own.

    Where there is a token, each request carries it.
    """

    address: str
    sparql: str
    token: str = ""
    _threads: threading.local = field(default_factory=threading.local)
    _connections: list[http.client.HTTPConnection] = field(default_factory=list)

    def ask(
        self, method: str, target: str, headers: dict[str, str], body: bytes | None = None
    ) -> Reply:
        """The reply to one request."""
        connection = getattr(self._threads, "connection", None)
        if connection is None:
            connection = http.client.HTTPConnection(self.address, timeout=ANSWER_SECONDS)
            self._threads.connection = connection
            self._connections.append(connection)
        bearer = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            connection.request(method, target, body, headers | bearer)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, told, response.read())
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close every connection."""
        for connection in self._connections:
            connection.close()


def oxigraph_program() -> str:
    """The command of the `oxigraph` server, beside this Python or on the path."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    found = shutil.which("oxigraph", path=places)
    assert found, "the oxigraph server is not installed: pip install oxigraph"
    return found


@contextmanager
def souverain(data: Path, *options: str) -> Iterator[Server]:
    """`souverain serve` over a file or folder, with nothing of this project in it."""
    with _serving(data.with_suffix(".souverain.log"), "--data", str(data), *options) as server:
        yield server


@contextmanager
def writable(data: Path) -> Iterator[Server]:
    """`souverain serve` over a new store, into which a file is sent in one request."""
    with empty(data.with_suffix(".store")) as server:
        if content := data.read_bytes():
            headers = {"Content-Type": "application/n-quads"}
            reply = server.ask("POST", "/store", headers, content)
            assert reply.status in (200, 204), f"{reply.status}: {reply.body[:500]!r}"
        yield server


@contextmanager
def empty(store: Path) -> Iterator[Server]:
    """`souverain serve` over a new store, and a token that may do everything with it."""
    options = ["--store", str(store), "--writable", "--workers", str(WORKERS)]
    options += ["--max-body-bytes", str(BODY_BYTES)]
    with _serving(store.with_suffix(".writable.log"), *options) as server:
        _, server.token = tokens.add(store, "admin")
        yield server


@contextmanager
def _serving(log: Path, *options: str) -> Iterator[Server]:
    """`souverain serve` with some options, adding nothing of its own to the data."""
    command = [sys.executable, "-c", "from souverain.cli import main; main()", "serve", *options]
    command += ["--shapes", "none", "--default-graph", "strict", "--port", "0"]
    environment = {name: value for name, value in os.environ.items() if "SOUVERAIN" not in name}
    with log.open("w") as stream:
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=stream, text=True
        )
    with _stopping(process):
        assert process.stdout
        greeting = process.stdout.readline()
        assert " on http://" in greeting, f"{greeting}{log.read_text()}"
        address = greeting.partition(" on http://")[2].partition(" ")[0]
        with closing(Server(address, "/sparql")) as server:
            yield server


@contextmanager
def oxigraph(data: Path) -> Iterator[Server]:
    """The `oxigraph` server over a file."""
    program, location = oxigraph_program(), data.with_suffix(".oxigraph")
    load = [program, "load", "--location", location, "--file", data]
    subprocess.run(load, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    serve = [program, "serve-read-only", "--location", location, "--bind", address]
    process = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with _stopping(process):
        _wait(address, process)
        with closing(Server(address, "/query")) as server:
            yield server


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    host, _, port = address.partition(":")
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the server does not listen")


@contextmanager
def _stopping(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.communicate(timeout=30)


SERVERS = {"souverain": souverain, "oxigraph": oxigraph, "writable": writable}
