"""The classes under one another, drawn: each tree as an outline, the trees side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rdflib import RDFS, URIRef

from souverain.pages.vocabulary.drawing import BOX, PAD, ROW, Box, Drawing, Line, fitted
from souverain.pages.vocabulary.terms import Kind, Vocabulary, in_order

COLUMNS = 3
COLUMN = 290
INDENT = 22
# No outline is deeper: what stands below is told in words.
DEEPEST = 8


class Row(NamedTuple):
    """A class in an outline: how deep it stands, and the number of the row above it."""

    iri: URIRef
    depth: int
    parent: int | None


def draw(vocabulary: Vocabulary, language: str) -> Drawing:
    """The classes, but for those whose instances are concepts."""
    outlines = [list(rows) for rows in _outlines(vocabulary, language)]
    outlines.sort(key=len, reverse=True)
    heights = [0.0] * COLUMNS
    boxes: list[Box] = []
    lines: list[Line] = []
    for rows in outlines:
        column = heights.index(min(heights))
        placed = _placed(vocabulary, language, rows, column * COLUMN, heights[column])
        boxes += placed[0]
        lines += placed[1]
        heights[column] += len(rows) * ROW + (ROW / 2 if len(rows) > 1 else 0)
    return Drawing(COLUMNS * COLUMN, max(heights, default=0) + 2, tuple(boxes), tuple(lines))


def _outlines(vocabulary: Vocabulary, language: str) -> Iterator[Iterator[Row]]:
    every = vocabulary.of(Kind.CLASS, language)
    classes = [term for term in every if vocabulary.layer(term.iri) != "values"]
    own = {term.iri for term in classes}
    for term in classes:
        if not own & set(vocabulary.ontology.objects(term.iri, RDFS.subClassOf)):
            yield _outline(vocabulary, language, term.iri)


def _outline(vocabulary: Vocabulary, language: str, top: URIRef) -> Iterator[Row]:
    """The rows of an outline in order; a class under itself is shown once."""
    waiting: list[tuple[URIRef, tuple[URIRef, ...], int | None]] = [(top, (), None)]
    number = 0
    while waiting:
        iri, path, parent = waiting.pop()
        yield Row(iri, len(path), parent)
        if len(path) < DEEPEST:
            under = set(vocabulary.ontology.subjects(RDFS.subClassOf, iri)) - {*path, iri}
            terms = [vocabulary.terms[str(row)] for row in under if str(row) in vocabulary.terms]
            for term in reversed(in_order(terms, language)):
                waiting.append((term.iri, (*path, iri), number))
        number += 1


def _placed(
    vocabulary: Vocabulary, language: str, rows: list[Row], left: float, top: float
) -> tuple[list[Box], list[Line]]:
    boxes: list[Box] = []
    lines: list[Line] = []
    for number, row in enumerate(rows):
        x, y = left + row.depth * INDENT + 1, top + number * ROW + 1
        width = COLUMN - row.depth * INDENT - 2 * PAD
        label = fitted(vocabulary.label(row.iri, language), width - 2 * PAD)
        boxes.append(Box(x, y, width, BOX, label, str(row.iri), vocabulary.layer(row.iri)))
        if row.parent is not None:
            above = boxes[row.parent]
            turn = above.x + INDENT / 2
            lines.append(Line(f"M{turn:g} {above.y + BOX:g}V{y + BOX / 2:g}H{x:g}"))
    return boxes, lines
