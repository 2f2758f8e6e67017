"""The project itself: its check, its start and its memory, as they are out of the box."""

from __future__ import annotations

import http.client
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from rdflib import Graph

from bench import processes
from bench.load import Spoiled, fetch
from bench.servers import SOUVERAIN, souverain_serve
from souverain import files
from souverain.check.shapes import without_constraints
from souverain.vocab import PREFIXES

QUERY = """SELECT ?holder ?percentage {
  ?stake a sov:Stake ; sov:target id:cloudwatt ; sov:holder ?holder ; sov:percentage ?percentage
}"""
QUERIES = 100
PAGES = (
    "/",
    "/id/cloudwatt.html",
    "/id/orange.html?lang=fr",
    "/articles/001",
    "/ownership?at=2012-10-02",
    "/timeline",
    "/questions/time-line",
    "/search?q=cloud",
    "/ontology",
)
PAGE_ROUNDS = 16


def check() -> float:
    """Seconds for everything that `souverain check` asks."""
    return _timed([*SOUVERAIN, "check"])


def pyshacl() -> float:
    """Seconds for pySHACL's command on the core shapes alone.

    Their SPARQL constraints are left out: with them pySHACL takes minutes.
    """
    project = files.find()
    with tempfile.TemporaryDirectory() as folder:
        data, shapes = Path(folder) / "data.ttl", Path(folder) / "shapes.ttl"
        _merge([*project.graph_files(), *project.ontology_files()], data)
        _merge(project.shapes_files(), shapes, without_constraints)
        return _timed([sys.executable, "-m", "pyshacl", "-s", str(shapes), str(data)])


def start() -> float:
    """Seconds from `souverain serve` to its first answer."""
    begin = time.perf_counter()
    with souverain_serve() as server:
        fetch(server, QUERY)
        return time.perf_counter() - begin


def rdflib_start() -> float:
    """Seconds for a fresh Python to read the same files with rdflib and answer once."""
    return _timed([sys.executable, "-c", "from bench.project import answer; answer()"])


def answer() -> None:
    """Read the project's files with rdflib, and answer the query once."""
    project, graph = files.find(), Graph()
    for path in (*project.graph_files(), *project.ontology_files()):
        graph.parse(path)
    list(graph.query(QUERY, initNs=dict(PREFIXES)))


def memory_mb() -> float:
    """Megabytes (PSS) of the server and all its processes after 100 different look-ups."""
    with souverain_serve() as server:
        for number in range(QUERIES):
            fetch(server, f"{QUERY} LIMIT {number + 1}")
        return processes.memory_mb(server.pid)


def page_ms() -> float:
    """Milliseconds of the slowest page, made afresh by a server that keeps no answer."""
    with souverain_serve("--cache-bytes", "0") as server:
        address = urlsplit(server.url)
        connection = http.client.HTTPConnection(address.netloc, timeout=60)
        return max(_page_ms(connection, path) for path in PAGES)


def _page_ms(connection: http.client.HTTPConnection, path: str) -> float:
    """The median of several times, after as many that warm up every process."""
    times = []
    for _ in range(2 * PAGE_ROUNDS):
        begin = time.perf_counter()
        connection.request("GET", path, headers={"Accept": "text/html"})
        response = connection.getresponse()
        response.read()
        times.append(1000 * (time.perf_counter() - begin))
        if response.status != 200:
            raise Spoiled(f"{path}: {response.status}")
    return statistics.median(times[PAGE_ROUNDS:])


def _timed(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - begin


def _merge(
    paths: list[Path], target: Path, change: Callable[[Graph], Graph] = lambda graph: graph
) -> None:
    union = Graph()
    for path in paths:
        union.parse(path)
    change(union).serialize(target, format="turtle")
