"""A suite of updates asked of one server: each request done over its own state before."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from .comparison import difference
from .manifest import POSITIVE, Suite
from .servers import Reply, Server, empty
from .updates import EVALUATION, State, Update, table, updates
from .vocabulary import SD

UPDATE = {"Content-Type": "application/sparql-update"}
QUADS, TRIPLES = "application/n-quads", "application/n-triples"
NO_SYNTAX = "query-syntax"
# What is SPARQL may be refused for what it would do: to fetch, or to drop what is not there.
UNDONE = ("query-refused", "query")


def ask(suite: Suite, folder: Path) -> dict[str, str]:
    """What went wrong with each entry, or nothing; asked of two servers, each of one half."""
    asked = list(updates(suite))
    middle = len(asked) // 2
    halves = {
        folder / f"{suite.name}-1": asked[:middle],
        folder / f"{suite.name}-2": asked[middle:],
    }
    with ThreadPoolExecutor(len(halves)) as pool:
        found = pool.map(_asked, halves.values(), halves)
    return {name: fault for faults in found for name, fault in faults.items()}


def _asked(entries: list[Update], store: Path) -> dict[str, str]:
    """The same of some entries and one server.

    After each one comes one that must find the store as this one left it, if there is any: what
    need not be put there again need not be waited for.
    """
    asked = [entry for entry in entries if entry.kind == EVALUATION]
    syntax = [entry for entry in entries if entry.kind != EVALUATION]
    with empty(store) as server:
        found = {entry.name: _syntax_fault(server, entry) for entry in syntax}
        held: State | None = State()
        while asked:
            entry = next((entry for entry in asked if entry.before == held), asked[0])
            asked.remove(entry)
            if entry.before != held:
                hold(server, entry.before)
            found[entry.name] = _fault(server, entry)
            held = None if found[entry.name] else entry.after
    return found


def hold(server: Server, state: State) -> None:
    """Have a server hold a state and nothing else."""
    lines = ["DROP ALL", *(f"CREATE GRAPH <{name}>" for name in sorted(state.names))]
    if quads := state.quads():
        lines.append(f"INSERT DATA {{\n{_pattern(quads)}}}")
    reply = server.ask("POST", server.sparql, UPDATE, " ;\n".join(lines).encode("utf-8"))
    assert reply.status == 200, f"{reply.status}: {reply.body[:500]!r}"


def _pattern(quads: list[Quad]) -> str:
    rows = []
    for quad in quads:
        content = serialize([quad.triple], format=RdfFormat.N_TRIPLES)
        assert content is not None
        row = content.decode("utf-8")
        graph = quad.graph_name
        rows.append(row if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{ {row} }}\n")
    return "".join(rows)


def _fault(server: Server, entry: Update) -> str:
    reply = _sent(server, entry, server.sparql)
    if reply.status != 200:
        return f"{reply.status}: {reply.body[:200]!r}"
    came = server.ask("GET", "/store", {"Accept": QUADS})
    if came.status != 200:
        return f"the store answers {came.status}"
    quads = list(parse(came.body, RdfFormat.N_QUADS, rename_blank_nodes=True))
    told = difference(table(entry.after.quads()), table(quads))
    return told or (_names_fault(server, entry.after.names) if entry.after.is_whole else "")


def _names_fault(server: Server, wanted: set[str]) -> str:
    found = named(server)
    if wanted == found:
        return ""
    return f"graphs missing: {sorted(wanted - found)}; not expected: {sorted(found - wanted)}"


def named(server: Server) -> set[str]:
    """The named graphs of a server by its description, those included that hold nothing."""
    reply = server.ask("GET", server.sparql, {"Accept": TRIPLES})
    told = parse(reply.body, RdfFormat.N_TRIPLES)
    return {quad.object.value for quad in told if quad.predicate == NamedNode(f"{SD}name")}


def _syntax_fault(server: Server, entry: Update) -> str:
    """What is wrong with the reply to an update that is only tried, or nothing."""
    reply = _sent(server, entry, f"{server.sparql}?dry-run")
    if entry.kind == POSITIVE:
        is_taken = reply.status == 200 or _problem(reply) in UNDONE
        return "" if is_taken else f"{reply.status}: {reply.body[:200]!r}"
    return "" if _problem(reply) == NO_SYNTAX else f"{reply.status} for an update that is none"


def _problem(reply: Reply) -> str:
    """The kind of a refusal; empty where it is none of a client's."""
    if reply.status == 400:
        with suppress(ValueError):
            return str(json.loads(reply.body)["type"]).rpartition("/")[2]
    return ""


def _sent(server: Server, entry: Update, target: str) -> Reply:
    return server.ask("POST", target, UPDATE, entry.request.read_bytes())
