"""SPARQL 1.1 Federated Query: each endpoint of a test is a server on this machine.

The names of the endpoints stand for addresses of theirs in the query and the data, and again for
themselves in the answer. One that the manifest gives no data, such as the invalid ones, is nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from . import servers
from .asking import TABLES, quads
from .comparison import difference
from .expected import expected, is_ordered
from .manifest import READING, rows
from .servers import Server
from .statements import MF, QT, RDF, ROOT, Statements, path

MANIFEST = ROOT / "sparql11" / "manifest-sparql11-fed.ttl"
ENTRIES = 10
# What the tests of syntax ask, of which any answer will do.
ANY_ENDPOINT = "g"
# Allowed where no endpoint of the test is there: with an empty list SERVICE is off.
NOBODY = "http://127.0.0.1:9/sparql"


@dataclass(frozen=True)
class Case:
    """One entry: the query, the data, and the data of each endpoint by its name."""

    name: str
    query: str
    data: Path | None
    endpoints: Mapping[str, Path | None]
    result: Path | None


def case(statements: Statements, node: NamedNode, name: str) -> Case:
    """An entry of the manifest."""
    assert statements.object(node, f"{RDF}type").value.rpartition("#")[2] in READING
    action = statements.object(node, f"{MF}action")
    data = statements.object(action, f"{QT}data")
    result = statements.object(node, f"{MF}result")
    query = statements.object(action, f"{QT}query") or action
    served = {
        statements.object(row, f"{QT}endpoint").value: path(
            statements.object(row, f"{QT}data").value
        )
        for row in statements.objects(action, f"{QT}serviceData")
    }
    return Case(
        name,
        path(query.value).read_text("utf-8"),
        path(data.value) if data else None,
        served if result else {ANY_ENDPOINT: None},
        path(result.value) if result else None,
    )


CASES = [case(*row) for row in rows(MANIFEST)]


def test_the_suite_has_as_many_entries_as_it_had():
    assert len({row.name for row in CASES}) == ENTRIES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_entry_is_answered_in_every_format(case: Case, tmp_path: Path):
    with serving(case, tmp_path) as (server, addresses):
        found = {column: fault(case, column, server, addresses) for column in TABLES}
    assert found == dict.fromkeys(TABLES, "")


@contextmanager
def serving(case: Case, folder: Path) -> Iterator[tuple[Server, Mapping[str, str]]]:
    """The server that is asked, and the addresses of the endpoints by their names."""
    with ExitStack() as stack:
        addresses: dict[str, str] = {}
        for number, (name, data) in enumerate(case.endpoints.items()):
            helper = stack.enter_context(servers.oxigraph(written(folder, f"{number}", data)))
            addresses[name] = f"http://{helper.address}{helper.sparql}"
        own = written(folder, "own", case.data)
        own.write_text(renamed(own.read_text("utf-8"), addresses), "utf-8")
        allow = ("--service-allow", ",".join([NOBODY, *addresses.values()]))
        yield stack.enter_context(servers.souverain(own, *allow)), addresses


def fault(case: Case, column: str, server: Server, addresses: Mapping[str, str]) -> str:
    """What went wrong with the answer in one format, or nothing."""
    media_type, reader = TABLES[column]
    headers = {"Accept": media_type, "Content-Type": "application/sparql-query"}
    query = renamed(case.query, addresses)
    reply = server.ask("POST", server.sparql, headers, query.encode("utf-8"))
    if reply.status != 200 or reply.media_type != media_type:
        return f"{reply.status} {reply.media_type}: {reply.body[:200]!r}"
    if case.result is None:
        return ""
    names = {address: name for name, address in addresses.items()}
    came = reader(replaced(reply.body.decode("utf-8"), names).encode("utf-8"))
    return difference(expected(case.result), came, in_order=is_ordered(case.query))


def written(folder: Path, name: str, data: Path | None) -> Path:
    """The data as a file of N-Quads; an empty one where there are none."""
    file = folder / f"{name}.nq"
    file.write_bytes(quads(data) if data else b"")
    return file


def renamed(text: str, addresses: Mapping[str, str]) -> str:
    """The text with addresses for the names of endpoints."""
    return replaced(text, {f"<{name}>": f"<{address}>" for name, address in addresses.items()})


def replaced(text: str, pairs: Mapping[str, str]) -> str:
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text
