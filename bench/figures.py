"""Every figure: what is measured on either side, and what it is to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import data, linking, load, processes, project, servers, writing
from bench.servers import Opener, Server

CONNECTIONS = 8
MANY_ROWS = 100_000
MOST_ROWS = 1_000_000
# Each side gives its figure for the round with that number.
Side = Callable[[int], float]
Sides = Callable[[Path], AbstractContextManager[tuple[Side, Side | None]]]
Measure = Callable[[Server, int], float]


@dataclass(frozen=True)
class Aim:
    """What a figure is to be: `of` says whether it is about ours alone or about the ratio."""

    text: str
    of: str
    least: float = 0.0
    most: float = float("inf")

    def is_met(self, ours: float, ratio: float) -> bool:
        """Whether it is."""
        return self.least <= (ours if self.of == "ours" else ratio) <= self.most


@dataclass(frozen=True)
class Figure:
    """A row of the table; `what` names the unit, and `aim` is `None` where there is none."""

    what: str
    peer: str
    sides: Sides
    aim: Aim | None = None


def at_least(ratio: float) -> Aim:
    """Ours is at least so many times the peer's."""
    return Aim(f"≥ {ratio:g} ×", "ratio", least=ratio)


def at_most(ratio: float) -> Aim:
    """Ours is at most so many times the peer's."""
    return Aim(f"≤ {ratio:g} ×", "ratio", most=ratio)


def beside(peer: Opener, measure: Measure) -> Sides:
    """Ours and a peer that run together over the same data, both warmed up."""

    @contextmanager
    def opened(path: Path) -> Iterator[tuple[Side, Side]]:
        with servers.souverain(path) as ours, peer(path) as theirs:
            for server in (ours, theirs):
                measure(server, -1)
            yield lambda round: measure(ours, round), lambda round: measure(theirs, round)

    return opened


def apart(ours: Callable[[], float], peer: Callable[[], float] | None = None) -> Sides:
    """Two things that need no server to be there."""

    @contextmanager
    def opened(_: Path) -> Iterator[tuple[Side, Side | None]]:
        yield lambda _: ours(), (lambda _: peer()) if peer else None

    return opened


def _repeated(server: Server, _: int) -> float:
    query = data.filled(data.LOOK_UP, 50)
    return load.press(server, query, CONNECTIONS).requests_per_second


def _distinct(server: Server, round: int) -> float:
    return load.press(server, data.LOOK_UP, CONNECTIONS, round).requests_per_second


def _p50_ms(server: Server, round: int) -> float:
    return load.press(server, data.LOOK_UP, 1, round).p50_ms


def _seconds(query: str, first_number: int) -> Measure:
    """Seconds of a query that is other in every round: the number is its LIMIT."""

    def measured(server: Server, round: int) -> float:
        return load.fetch(server, data.filled(query, first_number + round), load.JSON)[0]

    return measured


def _streamed(rows: int) -> Measure:
    """Seconds of an answer with so many rows, or one more for each round that was."""

    def measured(server: Server, round: int) -> float:
        number = rows - 8 + round
        seconds, lines = load.fetch(server, data.filled(data.ROWS, number))
        if lines != number + 1:
            raise load.Spoiled(f"{server.url}: {lines} lines for {number} rows")
        return seconds

    return measured


def _peaks(ours_rows: int, other_rows: int) -> Sides:
    """The memory of a fresh server of ours while it sends an answer, beside that of another."""

    @contextmanager
    def opened(path: Path) -> Iterator[tuple[Side, Side]]:
        yield lambda _: _peak_mb(path, ours_rows), lambda _: _peak_mb(path, other_rows)

    return opened


def _peak_mb(path: Path, rows: int) -> float:
    with servers.souverain(path) as server, processes.Peak(server.pid) as peak:
        load.fetch(server, data.filled(data.ROWS, rows))
    return peak.mb


OXIGRAPH, RDFLIB = "oxigraph", "rdflib-endpoint"
FIGURES = (
    Figure("repeated look-up, 8 connections (1/s)", OXIGRAPH,
           beside(servers.oxigraph, _repeated), at_least(1.0)),
    Figure("distinct look-ups, 8 connections (1/s)", OXIGRAPH,
           beside(servers.oxigraph, _distinct), at_least(0.3)),
    Figure("distinct look-ups, one alone, p50 (ms)", OXIGRAPH,
           beside(servers.oxigraph, _p50_ms), Aim("< 3 ms", "ours", most=3.0)),
    Figure("heavy aggregate of a join (s)", OXIGRAPH,
           beside(servers.oxigraph, _seconds(data.HEAVY, 20)), at_most(1.15)),
    Figure("distinct look-ups, 8 connections (1/s)", RDFLIB,
           beside(servers.rdflib_endpoint, _distinct), at_least(20)),
    Figure("join of five patterns (s)", RDFLIB,
           beside(servers.rdflib_endpoint, _seconds(data.JOIN, 10)), at_most(1 / 20)),
    Figure("join of five patterns (s)", OXIGRAPH,
           beside(servers.oxigraph, _seconds(data.JOIN, 10))),
    Figure("100,000 rows streamed (s)", OXIGRAPH,
           beside(servers.oxigraph, _streamed(MANY_ROWS))),
    Figure("1,000,000 rows streamed (s)", OXIGRAPH,
           beside(servers.oxigraph, _streamed(MOST_ROWS))),
    Figure("peak memory, 100,000 rows (MB PSS)", "1 row",
           _peaks(MANY_ROWS, 1), at_most(1.1)),
    Figure("peak memory, 1,000,000 rows (MB PSS)", "100,000 rows",
           _peaks(MOST_ROWS, MANY_ROWS), at_most(1.1)),
    Figure("souverain check, cold (s)", "pyshacl command",
           apart(project.check, project.pyshacl)),
    Figure("serve to first answer (s)", "rdflib, parse and ask",
           apart(project.start, project.rdflib_start)),
    Figure("memory after 100 queries (MB PSS)", "", apart(project.memory_mb)),
    Figure("slowest page, made afresh (ms)", "", apart(project.page_ms),
           Aim("< 50 ms", "ours", most=50.0)),
    Figure("1,000 misspelt names linked (s)", "", apart(linking.seconds),
           Aim("< 5 s", "ours", most=5.0)),
    Figure("change at 40,000 quads, until served (ms)", OXIGRAPH, writing.commits(writing.ONCE)),
    Figure("change at 1,000,000, until served (ms)", OXIGRAPH, writing.commits(writing.MILLION)),
    Figure("change at 40,000 quads, the writer (ms)", "", writing.writers(writing.ONCE)),
    Figure("change at 1,000,000, the writer (ms)", "", writing.writers(writing.MILLION)),
    Figure("change of the project, all checks (s)", "", writing.checked),
    Figure("version at 40,000 quads (kB)", "the first one", writing.sizes(writing.ONCE)),
    Figure("version at 1,000,000 quads (kB)", "the first one", writing.sizes(writing.MILLION)),
    Figure("store of 40,000 quads, to first answer (s)", OXIGRAPH, writing.opening(writing.ONCE)),
    Figure("store of 1,000,000, to first answer (s)", OXIGRAPH, writing.opening(writing.MILLION)),
)  # fmt: skip
