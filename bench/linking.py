"""A table of a thousand misspelt names, linked to the project's entities as OpenRefine does it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from runpy import run_path
from urllib.parse import urlencode
from urllib.request import urlopen

from bench.load import Spoiled
from bench.servers import souverain_serve
from souverain import files
from souverain.query.evaluation import Query, evaluate
from souverain.store import Dataset

Names = Iterable[tuple[str, str]]
Misspelt = Callable[[Names, int, int], Iterator[tuple[str, str]]]
# Those of the test that scores the answers: `tests` is the name of others' packages too.
misspelt: Misspelt = run_path("tests/reconcile/spelling.py")["misspelt"]
ROWS = 1000
SEED = 20231129
NAMES = """SELECT ?thing ?name {
  ?thing a/rdfs:subClassOf* sov:Entity ; skos:prefLabel ?name FILTER (LANG(?name) = 'fr')
} ORDER BY ?thing"""


def seconds() -> float:
    """Seconds for the whole table, in batches of the size that the service names."""
    rows = list(misspelt(_names(), ROWS, SEED))
    with souverain_serve("--cache-bytes", "0") as server:
        address = server.url.removesuffix("/sparql")
        with urlopen(f"{address}/reconcile", timeout=60) as reply:
            size = json.load(reply)["batchSize"]
        begin = time.perf_counter()
        for start in range(0, ROWS, size):
            _ask(address, [name for _, name in rows[start : start + size]])
        return time.perf_counter() - begin


def _names() -> list[tuple[str, str]]:
    dataset = Dataset.load(files.find())
    found = evaluate(dataset.store, Query(NAMES))
    return [(row["thing"].value, row["name"].value) for row in found]


def _ask(url: str, names: list[str]) -> None:
    queries = {str(place): {"query": name, "limit": 3} for place, name in enumerate(names)}
    form = urlencode({"queries": json.dumps(queries)}).encode("ascii")
    with urlopen(f"{url}/reconcile", form, timeout=60) as reply:
        if len(json.load(reply)) != len(names):
            raise Spoiled(f"{url}/reconcile: not every name has an answer")
