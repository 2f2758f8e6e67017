from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from . import asking, counts, updates, updating
from .manifest import SUITES
from .servers import SERVERS
from .statements import ROOT

# Without the W3C's files nothing else can be collected: `test_presence.py` says so.
INDEPENDENT = {"test_presence.py", "test_comparison.py"}
Once = Callable[[str, Callable[[Path], Any]], Any]
TESTS = {file.name for file in Path(__file__).parent.glob("test_*.py")}
collect_ignore = [] if ROOT.is_dir() else sorted(TESTS - INDEPENDENT)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Gives what is found out in a folder of its own, once for all processes of the run."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent

    def find(name: str, find_out: Callable[[Path], Any]) -> Any:
        place = folder / f"w3c-{name}"
        place.mkdir(exist_ok=True)
        found = place / "found.json"
        with (place / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not found.exists():
                found.write_text(json.dumps(find_out(place)), "utf-8")
        return json.loads(found.read_text("utf-8"))

    return find


@pytest.fixture(scope="session")
def faults(once: Once) -> asking.FaultsOf:
    """Gives the faults of a server in a suite."""

    @cache
    def find(server: str, suite: str) -> asking.Faults:
        ask = partial(asking.ask, SUITES[suite], SERVERS[server])
        found: asking.Faults = once(f"{suite}-{server}", ask)
        return found

    return find


@pytest.fixture(scope="session")
def update_faults(once: Once) -> Callable[[str], dict[str, str]]:
    """Gives the faults of our server in a suite of updates."""

    @cache
    def find(suite: str) -> dict[str, str]:
        found: dict[str, str] = once(suite, partial(updating.ask, updates.SUITES[suite]))
        return found

    return find


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show how many entries passed in each format, where the tests that count them were run."""
    told = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "call"
        for name, value in report.user_properties
        if name == counts.PROPERTY
    ]
    if told:
        terminalreporter.section("W3C tests passed, in each format")
        for line in counts.markdown([counts.Count(*row) for row in told]):
            terminalreporter.line(line)
