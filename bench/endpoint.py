"""The endpoint: its start, one look-up, and the memory of its whole process tree."""

from __future__ import annotations

import http.client
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from rdflib import Graph

from bench.check import SOUVERAIN
from souverain import files
from souverain.vocab import PREFIXES

QUERY = """SELECT ?holder ?percentage {
  ?stake a sov:Stake ; sov:target id:cloudwatt ; sov:holder ?holder ; sov:percentage ?percentage
}"""
LOOK_UPS = 100
PATIENCE_SECONDS = 30


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ask(connection: http.client.HTTPConnection) -> bytes:
    path = "/sparql?" + urllib.parse.urlencode({"query": QUERY})
    connection.request("GET", path, headers={"Accept": "application/sparql-results+json"})
    return connection.getresponse().read()


@contextmanager
def _served() -> Iterator[tuple[int, http.client.HTTPConnection, float]]:
    """The server's process, a connection to it, and the seconds until its first answer."""
    port = _free_port()
    start = time.perf_counter()
    command = [*SOUVERAIN, "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            while True:
                try:
                    _ask(connection)
                    break
                except OSError:
                    if time.perf_counter() - start > PATIENCE_SECONDS:
                        raise
                    connection.close()
                    time.sleep(0.01)
            yield server.pid, connection, time.perf_counter() - start
        finally:
            server.terminate()


def start() -> float:
    """Seconds from `souverain serve` to its first answer."""
    with _served() as (_, _, seconds):
        return seconds


def parse() -> float:
    """Seconds for a fresh Python to read the same files with rdflib and answer once."""
    code = "from bench.endpoint import rdflib_look_up; rdflib_look_up()"
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - begin


def look_up() -> float:
    """Milliseconds of one look-up over a kept connection; each query text is its own."""
    with _served() as (_, connection, _):
        return _median_ms(lambda: _ask(connection))


@cache
def _graph() -> Graph:
    project, graph = files.find(), Graph()
    for path in (*project.graph_files(), *project.ontology_files()):
        graph.parse(path)
    return graph


def rdflib_look_up() -> float:
    """Milliseconds of the same look-up by rdflib in process."""
    graph = _graph()
    return _median_ms(lambda: list(graph.query(QUERY, initNs=dict(PREFIXES))))


def _median_ms(ask: object) -> float:
    times = []
    for _ in range(LOOK_UPS):
        begin = time.perf_counter()
        ask()  # type: ignore[operator]
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def memory() -> float:
    """Megabytes (PSS) of the server and all its children after 100 look-ups; Linux only."""
    with _served() as (pid, connection, _):
        for _ in range(LOOK_UPS):
            _ask(connection)
        return sum(_pss_kb(child) for child in _tree(pid)) / 1024


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _tree(int(child))


def _pss_kb(pid: int) -> int:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
