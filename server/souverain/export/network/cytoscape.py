"""Cytoscape.js JSON: `elements` with nodes and edges, whose `data` have what is told of them.

js.cytoscape.org, notation of elements; Cytoscape desktop reads the same (`.cyjs`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import IO, Any

from souverain.export.network.fields import NODE_FIELDS, Cell, Field, told
from souverain.export.network.network import Network
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

HEAD = {"format_version": "1.0", "generated_by": "souverain", "target_cytoscapejs_version": "~3.2"}


def write(selection: Selection, target: Target) -> Counts:
    """The network as one JSON object."""
    network, stream = Network(selection), target.stream
    head = json.dumps(HEAD | {"data": {"name": "souverain"}}, indent=1)
    stream.write(f'{head.removesuffix("}").rstrip()},\n "elements": {{\n'.encode())
    _array(stream, "nodes", _nodes(network))
    stream.write(b",\n")
    _array(stream, "edges", _edges(network))
    stream.write(b"\n }\n}\n")
    return network.counts()


def _nodes(network: Network) -> Iterator[dict[str, Any]]:
    for node in network.nodes():
        yield {"id": node.iri, "name": node.label(), **_values(told(NODE_FIELDS, node))}


def _edges(network: Network) -> Iterator[dict[str, Any]]:
    for edge in network.edges():
        yield {
            "id": edge.id,
            "source": edge.source,
            "target": edge.target,
            "interaction": edge.relation,
            **_values(edge.told()),
        }


def _array(stream: IO[bytes], name: str, rows: Iterable[dict[str, Any]]) -> None:
    stream.write(f'  "{name}": ['.encode())
    separator = "\n"
    for row in rows:
        text = json.dumps({"data": row}, ensure_ascii=False)
        # Half of a pair of UTF-16, which only a text that is none can hold.
        stream.write(f"{separator}   {text}".encode("utf-8", "backslashreplace"))
        separator = ",\n"
    stream.write(b"\n  ]")


def _values(cells: list[tuple[Field, Cell]]) -> dict[str, Any]:
    return {field.name: _value(cell) for field, cell in cells}


def _value(cell: Cell) -> Any:
    """JSON has no decimal numbers of its own: they are those of JavaScript."""
    if isinstance(cell, Decimal):
        return float(cell)
    return list(cell) if isinstance(cell, tuple) else cell
