"""Cypher: statements that put the network into a running Neo4j, and change nothing the second time.

Cypher Manual, MERGE and constraints; each statement stands on a line of its own.
"""

from __future__ import annotations

from decimal import Decimal

from souverain.export.network.fields import NODE_FIELDS, Cell, Field, told
from souverain.export.network.neo4j import labels, type_name
from souverain.export.network.network import Edge, Network
from souverain.export.records import Entity
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

CONSTRAINT = (
    "CREATE CONSTRAINT souverain_iri IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.iri IS UNIQUE"
)
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Those that some reader takes for the end of a line.
_ENDS = {chr(code): f"\\u{code:04x}" for code in (*range(32), 127, 0x85, 0x2028, 0x2029)}
_TABLE = str.maketrans({**_ENDS, **_ESCAPES})


def write(selection: Selection, target: Target) -> Counts:
    """The constraint, then a statement for each node and for each relationship."""
    network, stream = Network(selection), target.stream
    stream.write(f"{CONSTRAINT};\n".encode())
    for node in network.nodes():
        stream.write(f"{_node(node)};\n".encode())
    for edge in network.edges():
        stream.write(f"{_edge(edge)};\n".encode())
    return network.counts()


def _node(node: Entity) -> str:
    classes = "".join(f":{label}" for label in labels(node) if label != "Entity")
    marked = f"SET entity{classes} " if classes else ""
    return (
        f"MERGE (entity:Entity {{iri: {_text(node.iri)}}}) "
        f"{marked}SET entity += {_map(told(NODE_FIELDS, node))}"
    )


def _edge(edge: Edge) -> str:
    return (
        f"MATCH (source:Entity {{iri: {_text(edge.source)}}}) "
        f"MATCH (target:Entity {{iri: {_text(edge.target)}}}) "
        f"MERGE (source)-[tie:{type_name(edge)} {{id: {_text(edge.id)}}}]->(target) "
        f"SET tie += {_map(edge.told())}"
    )


def _map(cells: list[tuple[Field, Cell]]) -> str:
    return "{" + ", ".join(f"{field.name}: {_value(cell)}" for field, cell in cells) + "}"


def _value(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        # A number with a point is a float, and so is each of this property.
        return text if "." in (text := f"{cell:f}") else f"{text}.0"
    if isinstance(cell, tuple):
        return "[" + ", ".join(map(_text, cell)) + "]"
    return _text(cell)


def _text(text: str) -> str:
    return f"'{text.translate(_TABLE)}'"
