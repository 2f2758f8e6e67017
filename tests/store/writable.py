"""A server that can be written to, and whoever has a token for it."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from souverain import tokens
from souverain.versions import folder
from souverain.vocab import BASE

STRICT = ("--shapes", "none", "--default-graph", "strict")
UPDATE = "application/sparql-update"
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Reply:
    """What was told."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def slug(self) -> str:
        """The name of the problem."""
        return str(self.told["type"]).rpartition("/")[2]


class Writable:
    """`souverain serve` over a store, made where it is not there, and a token to write to it."""

    def __init__(self, launch: Callable[..., Any], root: Path, *options: object) -> None:
        if not folder.is_store(root):
            folder.create(root, folder.Nature("strict", "none", BASE))
        _, self.token = tokens.add(root, "admin")
        self.root = root
        self.server = launch("serve", "--port", 0, "--store", root, "--writable", *options)
        self.pid: int = self.server.process.pid

    def update(self, text: str, more: str = "") -> Reply:
        """The answer to an update; `more` is the query string."""
        return self.send("POST", f"/sparql{more}", text, {"Content-Type": UPDATE})

    def ask(self, query: str) -> bool:
        """The answer to an ASK."""
        reply = self.get(f"/sparql?{urlencode({'query': query})}")
        assert reply.status == 200, reply
        return bool(reply.told["boolean"])

    def get(self, target: str) -> Reply:
        """The answer to a GET."""
        return self.send("GET", target, "", {"Accept": "application/json, */*;q=0.5"})

    def send(self, method: str, target: str, body: str | bytes, headers: dict[str, str]) -> Reply:
        """The answer to anything."""
        host = urlsplit(self.server.url).netloc
        connection = http.client.HTTPConnection(host, timeout=PATIENCE_SECONDS)
        content = body.encode("utf-8") if isinstance(body, str) else body
        given = {"Authorization": f"Bearer {self.token}", **headers}
        try:
            connection.request(method, target, content, given)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, told, response.read())
        finally:
            connection.close()

    def stop(self) -> str:
        """Stop it; gives what it wrote on standard error."""
        return str(self.server.stop()[1])


def insert(name: str, value: str = "1") -> str:
    """An update that says something of a thing."""
    return f'INSERT DATA {{ <urn:{name}> <urn:value> "{value}" }}'


def known(name: str, value: str = "1") -> str:
    """The query whether it says so."""
    return f'ASK {{ <urn:{name}> <urn:value> "{value}" }}'


def line(name: str, value: str = "1") -> str:
    """The same as a line of N-Quads."""
    return f'<urn:{name}> <urn:value> "{value}" .'


def eventually(holds: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether something comes about."""
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def remains(root: Path) -> list[str]:
    """What is in a store, and belongs to no version up to the current one."""
    current = folder.open(root).current
    names = [path.name for path in (root / "versions").iterdir()]
    left = [name for name in names if not name.isdigit() or int(name) > current]
    return left + [path.name for path in root.iterdir() if path.name.startswith(".")]
