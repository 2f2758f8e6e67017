"""A picture as boxes and lines between them, before it is written as SVG."""

from __future__ import annotations

from dataclasses import dataclass

# Pixels; letters are those of a system font of 13 pixels, and a little wider than most.
LETTER = 7.4
ROW = 28
BOX = 24
PAD = 8
CUT = "…"


@dataclass(frozen=True)
class Box:
    """A rectangle with a label that leads to a term; `rows` are lines of text below the label."""

    x: float
    y: float
    width: float
    height: float
    label: str
    iri: str
    look: str = ""
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A line along a path; `label`, where it has one, stands above it and leads to a term."""

    path: str
    label: str = ""
    iri: str = ""
    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Drawing:
    """A picture of that size."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def fitted(text: str, width: float) -> str:
    """A text, cut to about that width."""
    most = max(int(width / LETTER), 1)
    return text if len(text) <= most else text[: most - 1] + CUT
