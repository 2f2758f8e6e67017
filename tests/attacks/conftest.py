from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from souverain import tokens
from souverain.commit import files
from souverain.commit.committing import commit
from souverain.commit.outcome import Stamp
from souverain.files import Project
from souverain.versions import folder
from souverain.versions.folder import Folder, Nature
from souverain.vocab import BASE

from . import data, report
from .report import Note
from .stranger import Stranger, Writer

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


class Written(Attacked):
    """One that can be written to, and a token for it."""

    def __init__(self, server: Any, root: Path) -> None:
        super().__init__(server)
        self.root = root
        _, self.token = tokens.add(root, "admin")

    def writer(self) -> Writer:
        """One that nobody has seen before, who may write."""
        return Writer(self.url, self.stranger().address, self.token)


@pytest.fixture(scope="session")
def launch_store(launch: Callable[..., Any]) -> Callable[..., Written]:
    """Starts a server that writes to a store, under small limits; the caller stops it."""

    def start(found: Folder, *options: object) -> Written:
        told = ("--store", found.root, "--writable", *OPTIONS, *options)
        return Written(launch("serve", "--port", 0, *told), found.root)

    return start


@pytest.fixture(scope="session")
def over_a_store(
    tmp_path_factory: pytest.TempPathFactory, launch_store: Callable[..., Written]
) -> Iterator[Written]:
    """A server that writes to a store of its own, with time enough for what is in order."""
    root = tmp_path_factory.mktemp("attacks") / "store"
    found = folder.create(root, Nature("strict", "none", BASE))
    written = launch_store(found, "--query-seconds", 20, "--answer-rows", FEW_ROWS)
    yield written
    written.server.stop()


@pytest.fixture(scope="session")
def over_the_stored_ring(
    ring: Path, tmp_path_factory: pytest.TempPathFactory, launch_store: Callable[..., Written]
) -> Iterator[Written]:
    """A server that writes to a store with the synthetic data."""
    root = tmp_path_factory.mktemp("attacks") / "ring"
    found = folder.create(root, Nature("strict", "none", BASE))
    assert commit(found, files.of_data(found, str(ring)), Stamp("the operator")).commit
    written = launch_store(found)
    yield written
    written.server.stop()


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
