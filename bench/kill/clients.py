"""The clients: writers that know what they were told, and a reader that finds nothing by half."""

from __future__ import annotations

import http.client
import json
import threading
import time
from abc import ABC, abstractmethod
from urllib.parse import urlencode, urlsplit

from bench.kill.ledger import Ledger, Mark
from bench.kill.stores import Kind, marks
from bench.servers import Server

UPDATE = "application/sparql-update"
LOST = (http.client.HTTPException, OSError)
# What says that nothing was changed; any other 503 leaves it open.
UNCHANGED = {"busy", "over-budget"}
READ_SECONDS = 0.3
PATIENCE_SECONDS = 300


class Client(threading.Thread, ABC):
    """One that asks until it is told that it is done, or that its server is gone."""

    def __init__(self, server: Server, kind: Kind, ledger: Ledger, done: threading.Event) -> None:
        super().__init__()
        self._server = server
        self._kind = kind
        self._ledger = ledger
        self._done = done

    def run(self) -> None:
        """One exchange after another."""
        while not self._done.is_set():
            try:
                self.exchange()
            except LOST:
                self._done.wait(0.05)

    @abstractmethod
    def exchange(self) -> None:
        """Do one."""

    def ask(self, query: str) -> dict[str, object] | None:
        """The results as JSON, or nothing where the server cannot tell just now."""
        headers = {"Accept": "application/sparql-results+json"}
        target = f"/sparql?{urlencode({'query': query})}"
        status, told = send(self._server, "GET", target, headers=headers)
        return told if status == 200 else None


class Writer(Client):
    """Writes one mark after another, and looks at each as soon as it is acknowledged."""

    def __init__(
        self, server: Server, kind: Kind, ledger: Ledger, done: threading.Event, token: str
    ) -> None:
        super().__init__(server, kind, ledger, done)
        self._token = token

    def exchange(self) -> None:
        """Write one mark."""
        mark = self._ledger.begin()
        begin = time.monotonic()
        try:
            status, told = write(self._server, self._kind, mark, self._token)
        except LOST as fault:
            self._ledger.doubt(mark, type(fault).__name__)
            raise
        name = str(told.get("type", "")).rpartition("/")[2]
        if status == 200:
            self._ledger.acknowledge(mark, int(str(told["version"])), time.monotonic() - begin)
            self._look(mark)
        elif status < 500 or name in UNCHANGED:
            self._ledger.refuse(mark, f"{status} {name}")
            self._done.wait(0.05)
        else:
            self._ledger.doubt(mark, f"{status} {name}")

    def _look(self, mark: Mark) -> None:
        told = self.ask(self._kind.asking(mark))
        if told and told["boolean"] is not True:
            self._ledger.fault(f"{mark} is acknowledged, and the server answers without it")


class Reader(Client):
    """Reads all marks again and again."""

    def exchange(self) -> None:
        """Read once."""
        told = self.ask(f"{self._kind.listing} #{time.monotonic()}")
        if told:
            _, broken = marks([json.dumps(told)])
            if broken:
                self._ledger.fault(f"served by half: {sorted(broken)[:3]}")
            self._ledger.read()
        self._done.wait(READ_SECONDS)


def write(server: Server, kind: Kind, mark: Mark, token: str) -> tuple[int, dict[str, object]]:
    """Write a mark: the status, and what was told."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": UPDATE}
    return send(server, "POST", "/sparql", kind.update(mark), headers)


def send(
    server: Server, method: str, target: str, body: str = "", headers: dict[str, str] | None = None
) -> tuple[int, dict[str, object]]:
    """One exchange on a connection of its own; raises one of `LOST`."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=PATIENCE_SECONDS)
    try:
        connection.request(method, target, body.encode(), headers or {})
        response = connection.getresponse()
        told = json.loads(response.read() or b"{}")
        return response.status, told
    except ValueError as fault:
        raise http.client.HTTPException(f"what was told is no JSON: {fault}") from None
    finally:
        connection.close()
