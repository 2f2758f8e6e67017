"""GEXF 1.3 for Gephi: a dynamic graph, whose edges are there while what they tell holds.

gexf.net, version 1.3: intervals are closed, and a side that is open has no attribute.
"""

from __future__ import annotations

from souverain.export.network.fields import EDGE_FIELDS, NODE_FIELDS, Cell, Field, Type, told
from souverain.export.network.graphml import text
from souverain.export.network.markup import Markup
from souverain.export.network.network import Edge, Network
from souverain.export.network.spells import span
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

HEAD = {"xmlns": "http://gexf.net/1.3", "version": "1.3"}
GRAPH = {
    "mode": "dynamic",
    "defaultedgetype": "directed",
    "idtype": "string",
    "timeformat": "date",
    "timerepresentation": "interval",
}
TYPES = {
    Type.STRING: "string",
    Type.NUMBER: "double",
    Type.FLAG: "boolean",
    Type.STRINGS: "string",
}
# Tells that only the dates of the claim itself say when it holds.
MEANING = (
    "An edge is there from the first to the last day that its dates can mean; without a date of "
    "its own, from the day on which it can first have been told."
)


def write(selection: Selection, target: Target) -> Counts:
    """The network as one document."""
    network, markup = Network(selection), Markup(target.stream)
    with markup.element("gexf", HEAD):
        with markup.element("meta"):
            markup.text("creator", {}, "Souverain")
            markup.text("description", {}, MEANING)
        with markup.element("graph", GRAPH):
            for place, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
                _declare(markup, place, fields)
            with markup.element("nodes"):
                for node in network.nodes():
                    with markup.element("node", {"id": node.iri, "label": node.label()}):
                        _values(markup, told(NODE_FIELDS, node))
            with markup.element("edges"):
                for edge in network.edges():
                    with markup.element("edge", _ends(edge)):
                        _values(markup, edge.told())
    return network.counts()


def _declare(markup: Markup, place: str, fields: tuple[Field, ...]) -> None:
    with markup.element("attributes", {"class": place, "mode": "static"}):
        for field in fields:
            markup.empty(
                "attribute",
                {"id": field.name, "title": field.name, "type": TYPES[field.type]},
            )


def _ends(edge: Edge) -> dict[str, str]:
    found = {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "label": edge.relation,
        "kind": edge.relation,
    }
    start, end = span(edge.statement) if edge.statement else ("", "")
    return found | {name: day for name, day in (("start", start), ("end", end)) if day}


def _values(markup: Markup, cells: list[tuple[Field, Cell]]) -> None:
    if not cells:
        return
    with markup.element("attvalues"):
        for field, cell in cells:
            markup.empty("attvalue", {"for": field.name, "value": text(cell)})
