"""A small world: this data, and two endpoints, all in one process and without a socket."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping

from pyoxigraph import (
    BlankNode,
    NamedNode,
    QueryResultsFormat,
    RdfFormat,
    Store,
    parse_query_results,
)

from souverain.errors import ServiceFailed
from souverain.federation import allowed
from souverain.federation.allowed import Endpoint
from souverain.federation.asking import Asker
from souverain.federation.clauses import masked
from souverain.federation.course import Bounds
from souverain.federation.exchange import JSON, Answer
from souverain.federation.federated import Federation
from souverain.federation.slots import Slots
from souverain.query.engine import InProcess
from souverain.query.job import Job, Reply
from souverain.store import Dataset

E1, E2 = "http://127.0.0.1:1001/sparql", "http://127.0.0.1:1002/sparql"
PREFIX = "PREFIX : <http://example.org/>\nPREFIX e: <http://127.0.0.1:1001/>\n"
HERE = """\
@prefix : <http://example.org/> .
:a :p :b , :c ; :q 1 ; :at <http://127.0.0.1:1001/sparql> .
:b :p :c ; :q 2 ; :at <http://127.0.0.1:1002/sparql> .
:c :p :a ; :q 3 ; :r "c"@en .
_:x :p :a ; :q 4 .
GRAPH :g { :a :p :b , :d . :b :t 7 }
"""
THERE = {
    E1: """\
@prefix : <http://example.org/> .
:a :p :c ; :q 1 , 5 ; :r "a" .
:b :q 2 ; :r "b \\\\ \\"b\\" \\n" .
:d :p :a ; :q 3 .
""",
    E2: """\
@prefix : <http://example.org/> .
:a :q 1 ; :s :d .
:c :s :b , :d ; :r "c"@en .
_:y :s :a ; :p _:z . _:z :s :d .
""",
}
Rows = Counter[frozenset[tuple[str, str]]]


def store(trig: str) -> Store:
    """The statements of a text."""
    made = Store()
    made.load(trig.encode(), RdfFormat.TRIG)
    return made


class Runner:
    """Answers jobs of this data, and keeps their texts."""

    def __init__(self, data: Store) -> None:
        self.texts: list[str] = []
        self._engine = InProcess(Dataset.of(data, is_union=False))

    async def run(self, job: Job, client: str = "") -> Reply:
        self.texts.append(job.text)
        gathered = self._engine.answer(job)
        return Reply(gathered.head, b"".join(gathered.chunks))


class Others:
    """Answers for endpoints, and keeps what they are asked."""

    def __init__(self, stores: Mapping[str, Store]) -> None:
        self.asked: list[tuple[str, str]] = []
        self.failing: set[str] = set()
        self._stores = stores

    async def post(self, endpoint: Endpoint, query: str) -> Answer:
        self.asked.append((endpoint.iri, query))
        if endpoint.iri in self.failing:
            raise ServiceFailed(endpoint.iri, "fails")
        found = self._stores[endpoint.iri].query(query)
        content = found.serialize(format=QueryResultsFormat.JSON)
        return Answer(200, {"content-type": JSON}, bytearray(content))


class World:
    """A federation, of whose parts everything can be seen."""

    def __init__(
        self,
        here: str = HERE,
        there: Mapping[str, str] = THERE,
        *,
        batch: int = 2,
        most_rows: int = 1000,
        cache_seconds: float = 0,
        version: Callable[[], str] = str,
    ) -> None:
        self.runner = Runner(store(here))
        self.others = Others({iri: store(text) for iri, text in there.items()})
        slots = Slots(8, 8)
        asker = Asker(self.others, slots, most_rows, 2**20, cache_seconds)
        endpoints = allowed.endpoints(",".join(there))
        bounds = Bounds(most_rows, 2**20, batch)
        self.federation = Federation(self.runner, endpoints, asker, slots, bounds, 10, {}, version)
        self._union = store(here)
        for iri, text in there.items():
            self._union.load(text.encode(), RdfFormat.TURTLE, to_graph=NamedNode(iri))

    def reply(self, query: str) -> Reply:
        """The answer to a query, as rows in JSON."""
        return asyncio.run(self.federation.run(Job(text=PREFIX + query, results="json")))

    def rows(self, query: str) -> Rows:
        """The rows of a query."""
        return counted(self.reply(query).first)

    def expected(self, query: str) -> Rows:
        """The rows of the same query over all data together, each endpoint as a named graph."""
        found = self._union.query(PREFIX + masked(query))
        return counted(found.serialize(format=QueryResultsFormat.JSON))


def counted(content: bytes) -> Rows:
    """The rows of an answer, each as often as it comes; blank nodes are all alike."""
    found = parse_query_results(content, format=QueryResultsFormat.JSON)
    names = [variable.value for variable in found.variables]
    return Counter(
        frozenset(
            (name, "_:" if isinstance(term, BlankNode) else str(term))
            for name, term in zip(names, row, strict=True)
            if term is not None
        )
        for row in found
    )
