"""Neo4j: a folder of CSV files for `neo4j-admin database import`, and the command in a file.

Neo4j Operations Manual, "Import": the headers name identifiers, labels and types. The values of an
array stand apart by U+001F; in a text it becomes a space.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from souverain.export.network.fields import EDGE_FIELDS, NODE_FIELDS, Cell, Field, Type, told
from souverain.export.network.network import Edge, Network
from souverain.export.records import Entity
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

NODES, EDGES, COMMAND = "nodes.csv", "relationships.csv", "import.sh"
BETWEEN = "\u001f"
TYPES = {
    Type.STRING: "string",
    Type.NUMBER: "double",
    Type.FLAG: "boolean",
    Type.STRINGS: "string[]",
}
SCRIPT = """\
#!/bin/sh
# Loads the network into a new database: sh import.sh DATABASE
exec neo4j-admin database import full --overwrite-destination --multiline-fields=true \\
  --array-delimiter=U+001F --id-type=string --nodes=nodes.csv --relationships=relationships.csv \\
  "${1:-neo4j}"
"""


def write(selection: Selection, target: Target) -> Counts:
    """Nodes, relationships, and the command that loads them."""
    network = Network(selection)
    _table(
        target.path / NODES,
        ["iri:ID", *(_column(field) for field in NODE_FIELDS), ":LABEL"],
        (_node(node) for node in network.nodes()),
    )
    _table(
        target.path / EDGES,
        [":START_ID", ":END_ID", ":TYPE", "id", *(_column(field) for field in EDGE_FIELDS)],
        (_edge(edge) for edge in network.edges()),
    )
    (target.path / COMMAND).write_text(SCRIPT, "utf-8")
    return network.counts()


def labels(node: Entity) -> list[str]:
    """The labels of a node: its classes, and that it is an entity."""
    return ["Entity", *(kind for kind in node.classes if ":" not in kind)]


def type_name(edge: Edge) -> str:
    """The type of a relationship, in Neo4j's own style."""
    return edge.relation.upper()


def _table(path: Path, head: list[str], rows: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(head)
        writer.writerows(rows)


def _column(field: Field) -> str:
    return f"{field.name}:{TYPES[field.type]}"


def _node(node: Entity) -> list[str]:
    cells = {field.name: cell for field, cell in told(NODE_FIELDS, node)}
    values = [_cell(cells.get(field.name)) for field in NODE_FIELDS]
    return [node.iri, *values, BETWEEN.join(labels(node))]


def _edge(edge: Edge) -> list[str]:
    cells = {field.name: cell for field, cell in edge.told()}
    values = [_cell(cells.get(field.name)) for field in EDGE_FIELDS]
    return [edge.source, edge.target, type_name(edge), edge.id, *values]


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return BETWEEN.join(part.replace(BETWEEN, " ") for part in cell)
    return str(cell)
