"""One class with its properties, drawn: its own values in its box, and lines to other classes."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import SH, Node, URIRef

from souverain.folding import bare
from souverain.pages.vocabulary.drawing import BOX, PAD, ROW, Box, Drawing, Line, fitted
from souverain.pages.vocabulary.pieces import plain
from souverain.pages.vocabulary.saying import Sayer
from souverain.pages.vocabulary.terms import Term

OWN = 260
GAP = 220
OTHER = 200
# Between boxes one above the other.
SPACE = 6


def draw(sayer: Sayer, term: Term, rows: Iterable[Node]) -> Drawing | None:
    """The picture of a class by its property shapes; nothing where none leads to a class."""
    ways = _ways(sayer, rows)
    if not ways:
        return None
    values = tuple(_values(sayer, rows))
    boxes, lines = _others(sayer, ways)
    height = max(sum(row.height + SPACE for row in boxes), BOX + len(values) * ROW * 0.7 + PAD)
    label = fitted(term.label(sayer.words.language), OWN - 2 * PAD)
    layer = sayer.vocabulary.layer(term.iri)
    own = Box(1, 1, OWN, height, label, str(term.iri), f"own {layer}", values)
    return Drawing(OWN + GAP + OTHER + 2, height + 2, (own, *boxes), tuple(lines))


def _ways(sayer: Sayer, rows: Iterable[Node]) -> dict[tuple[URIRef, ...], list[Node]]:
    """The property shapes by the classes that they lead to."""
    found: dict[tuple[URIRef, ...], list[Node]] = {}
    for row in rows:
        if classes := sayer.vocabulary.shapes.classes(row):
            found.setdefault(tuple(classes), []).append(row)
    return found


def _values(sayer: Sayer, rows: Iterable[Node]) -> Iterable[str]:
    """The properties whose values are literals, each with their number."""
    shapes = sayer.vocabulary.shapes
    found = {
        plain(sayer.path(row)): str(shapes.bounds(row))
        for row in rows
        if not shapes.classes(row) and shapes.graph.value(row, SH.datatype)
    }
    for path in sorted(found, key=bare):
        yield fitted(f"{path} {found[path]}", OWN - 2 * PAD)


def _others(
    sayer: Sayer, ways: dict[tuple[URIRef, ...], list[Node]]
) -> tuple[list[Box], list[Line]]:
    boxes: list[Box] = []
    lines: list[Line] = []
    top = 1.0
    for classes, rows in sorted(ways.items(), key=lambda way: (-len(way[1]), way[0])):
        labels = [sayer.vocabulary.label(iri, sayer.words.language) for iri in classes]
        height = len(rows) * ROW - (ROW - BOX)
        label = fitted(" | ".join(labels), OTHER - 2 * PAD)
        look = sayer.vocabulary.layer(classes[0])
        boxes.append(Box(OWN + GAP + 1, top, OTHER, height, label, classes[0], look))
        lines += [
            _line(sayer, row, top + number * ROW + BOX / 2 + 5) for number, row in enumerate(rows)
        ]
        top += height + SPACE
    return boxes, lines


def _line(sayer: Sayer, row: Node, y: float) -> Line:
    path = sayer.path(row)
    label = fitted(f"{plain(path)} {sayer.vocabulary.shapes.bounds(row)}", GAP - 2 * PAD)
    iri = path[0].iri if path else ""
    return Line(f"M{OWN + 1} {y:g}H{OWN + GAP + 1}", label, iri, OWN + PAD + 1, y - 4)
