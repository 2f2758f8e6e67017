"""GraphML: a directed graph with typed keys, in which several edges may tie two nodes.

GraphML Primer and its attribute extension (graphml.graphdrawing.org); lists, for which it has no
type, are texts with a line for each value.
"""

from __future__ import annotations

from souverain.export.network.fields import EDGE_FIELDS, NODE_FIELDS, Cell, Field, Type, told
from souverain.export.network.markup import Markup
from souverain.export.network.network import Network
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

NAMESPACES = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
}
TYPES = {
    Type.STRING: "string",
    Type.NUMBER: "double",
    Type.FLAG: "boolean",
    Type.STRINGS: "string",
}
RELATION = Field("relation", Type.STRING, lambda edge: edge.relation)
NODE_KEYS = {field.name: f"n_{field.name}" for field in NODE_FIELDS}
EDGE_KEYS = {field.name: f"e_{field.name}" for field in (RELATION, *EDGE_FIELDS)}


def write(selection: Selection, target: Target) -> Counts:
    """The network as one document."""
    network, markup = Network(selection), Markup(target.stream)
    with markup.element("graphml", NAMESPACES):
        for place, fields, keys in (
            ("node", NODE_FIELDS, NODE_KEYS),
            ("edge", (RELATION, *EDGE_FIELDS), EDGE_KEYS),
        ):
            for field in fields:
                markup.empty("key", {
                    "id": keys[field.name], "for": place, "attr.name": field.name,
                    "attr.type": TYPES[field.type],
                })  # fmt: skip
        with markup.element("graph", {"id": "souverain", "edgedefault": "directed"}):
            for node in network.nodes():
                with markup.element("node", {"id": node.iri}):
                    _data(markup, NODE_KEYS, told(NODE_FIELDS, node))
            for edge in network.edges():
                ends = {"id": edge.id, "source": edge.source, "target": edge.target}
                with markup.element("edge", ends):
                    _data(markup, EDGE_KEYS, [(RELATION, edge.relation), *edge.told()])
    return network.counts()


def _data(markup: Markup, keys: dict[str, str], cells: list[tuple[Field, Cell]]) -> None:
    for field, cell in cells:
        markup.text("data", {"key": keys[field.name]}, text(cell))


def text(cell: Cell) -> str:
    """A value as a text: a list has a line for each."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "\n".join(cell) if isinstance(cell, tuple) else str(cell)
