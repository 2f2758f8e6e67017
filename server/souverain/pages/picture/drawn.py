"""What a drawn picture is made of: boxes, edges and words, each at its place."""

from __future__ import annotations

from dataclasses import dataclass

from souverain.pages.picture.labels import Piece
from souverain.pages.picture.placing import Box, Link


@dataclass(frozen=True)
class Words:
    """A piece of text at a place."""

    x: float
    y: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class DrawnBox:
    """A holder or a holding; several that hold together are lines of one box."""

    iri: str
    key: str
    href: str
    name: str
    is_joint: bool
    box: Box
    lines: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True)
class Pill:
    """A vehicle, on its edge."""

    words: str
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class DrawnEdge:
    """An edge with its shapes, its words and its marks."""

    key: str
    iri: str
    href: str
    said: str
    quotes: tuple[str, ...]
    classes: str
    status: str
    path: str
    halo: str
    words: Words
    pill: Pill | None
    link: Link


@dataclass(frozen=True)
class Behind:
    """The thin line of one on whose behalf a share is held."""

    name: str
    path: str
    foot: tuple[float, float]
    words: Words


@dataclass(frozen=True)
class Drawing:
    """The whole picture."""

    width: float
    height: float
    boxes: tuple[DrawnBox, ...]
    edges: tuple[DrawnEdge, ...]
    behind: tuple[Behind, ...]
    left_out: int
