"""What a manifest expects, read from whichever format the W3C wrote it in."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from .answer import SPO, Answer, Table, of_csv, of_json, of_tsv, of_xml
from .statements import Statements, read

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
READERS = {".srx": of_xml, ".srj": of_json, ".csv": of_csv, ".tsv": of_tsv}
# What may hold a brace or a keyword that is none.
QUOTED = re.compile(
    r"'''.*?'''|\"\"\".*?\"\"\"|'[^'\n]*'|\"[^\"\n]*\"|<[^<>\s]*>|#[^\n]*", re.DOTALL
)
NESTED = re.compile(r"\{[^{}]*\}")


@cache
def expected(file: Path) -> Answer:
    """The answer that a file holds."""
    if reader := READERS.get(file.suffix):
        return reader(file.read_bytes())
    quads = read(file)
    statements = Statements(quads)
    sets = statements.instances(f"{RS}ResultSet")
    if sets:
        return _result_set(statements, sets[0])
    return Table(SPO, tuple({(quad.subject, quad.predicate, quad.object) for quad in quads}))


def _result_set(statements: Statements, node: Any) -> Answer:
    """The result that is told in the vocabulary of the working group's first tests."""
    boolean = statements.object(node, f"{RS}boolean")
    if boolean is not None:
        return {"true": True, "false": False}[boolean.value]
    names = [name.value for name in statements.objects(node, f"{RS}resultVariable")]
    rows = sorted(
        statements.objects(node, f"{RS}solution"), key=lambda row: _index(statements, row)
    )
    return Table.of(names, [_solution(statements, row) for row in rows])


def _index(statements: Statements, row: Any) -> int:
    index = statements.object(row, f"{RS}index")
    return int(index.value) if index else 0


def _solution(statements: Statements, row: Any) -> dict[str, Any]:
    return {
        statements.object(cell, f"{RS}variable").value: statements.object(cell, f"{RS}value")
        for cell in statements.objects(row, f"{RS}binding")
    }


def is_ordered(query: str) -> bool:
    """Whether the query itself orders its solutions, rather than one within it."""
    bare = QUOTED.sub("", query)
    while (shorter := NESTED.sub("", bare)) != bare:
        bare = shorter
    return bool(re.search(r"\bORDER\s+BY\b", bare, re.IGNORECASE))
