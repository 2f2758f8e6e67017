from __future__ import annotations

import fcntl
import json
import os
from functools import cache
from pathlib import Path

import pytest

from . import asking, counts
from .manifest import SUITES
from .servers import SERVERS
from .statements import ROOT

# Without the W3C's files nothing else can be collected: `test_presence.py` says so.
INDEPENDENT = {"test_presence.py", "test_comparison.py"}
TESTS = {file.name for file in Path(__file__).parent.glob("test_*.py")}
collect_ignore = [] if ROOT.is_dir() else sorted(TESTS - INDEPENDENT)


@pytest.fixture(scope="session")
def faults(tmp_path_factory: pytest.TempPathFactory) -> asking.FaultsOf:
    """Gives the faults of a server in a suite; each is asked once for all processes of the run."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent

    @cache
    def find(server: str, suite: str) -> asking.Faults:
        place = folder / f"w3c-{suite}-{server}"
        place.mkdir(exist_ok=True)
        found = place / "faults.json"
        with (place / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not found.exists():
                faults = asking.ask(SUITES[suite], SERVERS[server], place)
                found.write_text(json.dumps(faults), "utf-8")
        told: asking.Faults = json.loads(found.read_text("utf-8"))
        return told

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
