"""The README's SPARQL examples, and the clients that are not Python."""

from __future__ import annotations

import csv
import json
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"
BLOCK = re.compile(r"^```console\n\$ (.*?)```", re.DOTALL | re.MULTILINE)


class Example(NamedTuple):
    """A query as the README prints it, and the table that it prints under it."""

    query: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def printed() -> list[Example]:
    """The examples of the README; none where the tests run without it, against the wheel."""
    text = README.read_text("utf-8") if README.exists() else ""
    blocks = [block for block in BLOCK.findall(text) if "SELECT" in block]
    return [example(block) for block in blocks]


def example(block: str) -> Example:
    """The example of one console: the word that is a query, and the table below it."""
    command, _, table = block.rpartition("'\n")
    (query,) = [word for word in shlex.split(command + "'") if "SELECT" in word]
    columns, *rows = map(tuple, csv.reader(table.splitlines()))
    return Example(query.removeprefix("query="), columns, rows)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "example" in metafunc.fixturenames:
        found = printed()
        metafunc.parametrize("example", found, ids=[" ".join(row.columns) for row in found])


@pytest.fixture(scope="session")
def examples() -> list[Example]:
    """All of them, for a client that is costly to start."""
    return printed()


@pytest.fixture(scope="session")
def endpoint(address: str) -> str:
    """Where queries over the project itself are sent."""
    return f"{address}/sparql"


Script = Callable[[str, dict[str, Any]], Any]


@pytest.fixture(scope="session")
def node() -> Script:
    """Runs one of the scripts beside this file; JSON goes in, and JSON comes out."""

    def run(script: str, told: dict[str, Any]) -> Any:
        done = subprocess.run(
            ["node", HERE / script], input=json.dumps(told), capture_output=True, text=True
        )
        assert done.returncode == 0, f"{done.stderr}\n(`make test` installs what it imports)"
        return json.loads(done.stdout)

    return run
