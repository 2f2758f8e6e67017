"""Writing to a store: how long a change takes until it is served, and how much room it takes."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from bench import data, servers
from bench.load import Spoiled, fetch
from bench.servers import Server
from souverain import tokens
from souverain.commit import files
from souverain.commit.committing import commit
from souverain.commit.outcome import Stamp
from souverain.patch import Patch
from souverain.versions import folder
from souverain.versions.folder import Folder, Nature
from souverain.vocab import BASE, PREFIXES

# How many times the data of the other figures: 40 thousand quads, and a million.
ONCE, MILLION = 1, 25
UPDATE = "application/sparql-update"
# A writer waits for its change, with all that it needs in memory, long before that.
READY_SECONDS = 3.0
PATIENCE_SECONDS = 600
Side = Callable[[int], float]
Opened = Callable[[Path], AbstractContextManager[tuple[Side, Side | None]]]


@cache
def filled(copies: int) -> tuple[Folder, Path]:
    """A store without shapes whose first version has the data, and their file."""
    root = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    file = root / "data.nt"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(data.many(copies))
    made = folder.create(root / "store", Nature("strict", "none", BASE))
    commit(made, files.of_data(made, str(file)), Stamp("bench"))
    return made, file


@cache
def project() -> Folder:
    """A store with the project's files."""
    root = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    store = root / "store"
    subprocess.run([*servers.SOUVERAIN, "load", "--store", str(store)], check=True)
    return folder.open(store)


def commits(copies: int) -> Opened:
    """Milliseconds from an update of one quad to its answer, beside the oxigraph server's."""

    @contextmanager
    def opened(_: Path) -> Iterator[tuple[Side, Side]]:
        store, file = filled(copies)
        with (
            _serving(store) as (ours, token),
            servers.oxigraph_store(file) as peer,
            servers.oxigraph_over(peer, "serve") as theirs,
        ):
            sides: tuple[Side, Side] = (
                lambda round: _update_ms(ours, "/sparql", _insert(round), token),
                lambda round: _update_ms(theirs, "/update", _insert(round)),
            )
            for side in sides:
                side(-1)
            yield sides

    return opened


def writers(copies: int) -> Opened:
    """Milliseconds that the writer process takes for a change of one quad."""

    @contextmanager
    def opened(_: Path) -> Iterator[tuple[Side, None]]:
        store, _file = filled(copies)
        yield lambda round: _written_ms(store, round), None

    return opened


@contextmanager
def checked(_: Path) -> Iterator[tuple[Side, None]]:
    """Seconds from an update of the project's graph to its answer, all checks included."""
    with _serving(project(), "--commit-seconds", str(PATIENCE_SECONDS)) as (server, token):
        yield lambda round: _update_ms(server, "/sparql", _name(round), token) / 1000, None


def sizes(copies: int) -> Opened:
    """Kilobytes that a version of one changed quad adds, beside all that the first one takes."""

    @contextmanager
    def opened(_: Path) -> Iterator[tuple[Side, Side]]:
        store, _file = filled(copies)

        def added(round: int) -> float:
            _written_ms(store, round)
            return _size_kb(store, store.current)

        yield added, lambda _: _size_kb(store, 1)

    return opened


def opening(copies: int) -> Opened:
    """Seconds from the start of a server to its first answer, beside the oxigraph server's."""

    @contextmanager
    def opened(_: Path) -> Iterator[tuple[Side, Side]]:
        store, file = filled(copies)
        with servers.oxigraph_store(file) as peer:
            yield (
                lambda _: _open_seconds(servers.souverain_serve("--store", str(store.root))),
                lambda _: _open_seconds(servers.oxigraph_over(peer)),
            )

    return opened


@contextmanager
def _serving(store: Folder, *options: str) -> Iterator[tuple[Server, str]]:
    _, token = tokens.add(store.root, "write")
    with servers.souverain_serve("--store", str(store.root), "--writable", *options) as server:
        yield server, token


def _insert(round: int) -> str:
    return f'INSERT DATA {{ <urn:bench:{round}> <urn:bench:at> "{time.time_ns()}" }}'


def _name(round: int) -> str:
    subject, predicate = f"{PREFIXES['id']}orange", f"{PREFIXES['skos']}altLabel"
    quad = f'<{subject}> <{predicate}> "bench {round} {time.time_ns()}"@fr'
    return f"INSERT DATA {{ GRAPH <{BASE}graph/entities> {{ {quad} }} }}"


def _update_ms(server: Server, path: str, text: str, token: str = "") -> float:
    headers = {"Content-Type": UPDATE} | ({"Authorization": f"Bearer {token}"} if token else {})
    connection = server.connect()
    connection.timeout = PATIENCE_SECONDS
    try:
        connection.connect()
        begin = time.perf_counter()
        connection.request("POST", path, text.encode(), headers)
        response = connection.getresponse()
        said = response.read()
        milliseconds = 1000 * (time.perf_counter() - begin)
    finally:
        connection.close()
    if response.status not in (200, 204):
        raise Spoiled(f"{urlsplit(server.url).netloc}{path}: {response.status} {said[:200]!r}")
    return milliseconds


def _written_ms(store: Folder, round: int) -> float:
    """One process, started before, as the server has it."""
    line = f'<urn:bench:alone:{round}> <urn:bench:at> "{time.time_ns()}" .'
    request = {"store": str(store.root), "project": "", "author": "bench", "message": ""}
    request |= {"patch": Patch.of((), [line]).text()}
    given = json.dumps({**request, "parent": None, "dry_run": False, "keep": 0}).encode()
    command = [sys.executable, "-P", "-m", "souverain.commit.writer"]
    command += [str(os.getpid()), store.nature.shapes]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        time.sleep(READY_SECONDS)
        begin = time.perf_counter()
        said, _ = process.communicate(given)
        milliseconds = 1000 * (time.perf_counter() - begin)
    if "commit" not in json.loads(said or "{}"):
        raise Spoiled(f"the writer said {said[:200]!r}")
    return milliseconds


def _size_kb(store: Folder, number: int) -> float:
    """What a version has on the disk, and the one before it does not share."""
    before = set(_blocks(store.path(number - 1))) if number > 1 else set()
    found = _blocks(store.path(number))
    return sum(size for inode, size in found.items() if inode not in before) / 1000


def _blocks(root: Path) -> dict[int, int]:
    told = [path.stat() for path in (root, *root.rglob("*"))]
    return {row.st_ino: 512 * row.st_blocks for row in told}


def _open_seconds(server: AbstractContextManager[Server]) -> float:
    begin = time.perf_counter()
    with ExitStack() as stack:
        fetch(stack.enter_context(server), "ASK {}")
        return time.perf_counter() - begin
