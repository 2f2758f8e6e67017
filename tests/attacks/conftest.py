from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from souverain.files import Project

from . import data, report
from .report import Note
from .stranger import Stranger

LIMIT_SECONDS = 1
# Whether this machine does nothing else, as `make siege` says: times are held to only then.
IS_QUIET = bool(os.environ.get("QUIET_MACHINE"))
# How much later than its limit the answer to a single attack may come.
LATE_SECONDS = 0.3 if IS_QUIET else 5.0
# How long another client may be held up.
HELD_UP_SECONDS = 0.1 if IS_QUIET else 5.0
collect_ignore = [] if IS_QUIET else ["test_others.py"]
ROWS = 100_000
FEW_ROWS = 1000
LIMITS = {
    "query-seconds": LIMIT_SECONDS,
    "query-memory-bytes": 268_435_456,
    "answer-rows": ROWS,
    "workers": 8,
    "heavy-workers": 2,
    "head-seconds": 1,
    "body-seconds": 1,
    "stall-seconds": 1,
}
OPTIONS = [text for name, value in LIMITS.items() for text in (f"--{name}", value)]


class Attacked:
    """A server, and as many strangers as are wanted, each with an address of its own."""

    def __init__(self, server: Any) -> None:
        self.server = server
        self.url = server.url
        self.pid: int = server.process.pid
        self._numbers = itertools.count(1)

    def stranger(self) -> Stranger:
        """One that nobody has seen before."""
        number = next(self._numbers)
        return Stranger(self.url, f"127.{1 + number // 65536}.{number // 256 % 256}.{number % 256}")

    def is_well(self) -> bool:
        """Whether it answers a query that is not in its memory."""
        number = next(self._numbers)
        reply = self.stranger().ask(f"SELECT ({number} AS ?n) {{}}")
        return reply.status == 200 and reply.bindings == [{"n": str(number)}]


@pytest.fixture(scope="session")
def over_the_project(project: Project, launch: Callable[..., Any]) -> Iterator[Attacked]:
    """A server of the project's own graph under small limits."""
    options = (*OPTIONS, "--answer-rows", FEW_ROWS)
    server = launch("--project", project.root, "serve", "--port", 0, *options)
    yield Attacked(server)
    server.stop()


@pytest.fixture(scope="session")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of synthetic data."""
    file = tmp_path_factory.mktemp("attacks") / "ring.nt"
    file.write_text("".join(data.ntriples()), "utf-8")
    return file


@pytest.fixture(scope="session")
def launch_ring(ring: Path, launch: Callable[..., Any]) -> Callable[..., Attacked]:
    """Starts a server of the synthetic data under small limits; the caller stops it."""

    def start(*options: object) -> Attacked:
        return Attacked(
            launch("serve", "--port", 0, "--data", ring, "--shapes", "none", *OPTIONS, *options)
        )

    return start


@pytest.fixture(scope="session")
def over_the_ring(launch_ring: Callable[..., Attacked]) -> Iterator[Attacked]:
    """A server of the synthetic data under small limits."""
    attacked = launch_ring()
    yield attacked
    attacked.server.stop()


@pytest.fixture
def note(record_property: Callable[[str, object], None]) -> Note:
    """Keeps a figure for the table at the end of the run."""
    return lambda kind, name, value: record_property(report.PROPERTY, [kind, name, value])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    told = [
        value
        for reports in terminalreporter.stats.values()
        for row in reports
        if getattr(row, "when", "") == "call"
        for name, value in row.user_properties
        if name == report.PROPERTY
    ]
    if told:
        terminalreporter.section("attacks")
        for line in report.lines(told):
            terminalreporter.line(line)
