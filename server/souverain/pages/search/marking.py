"""The words of a text that count as words that were asked for, marked where they stand."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import groupby
from typing import NamedTuple

from souverain.folding import words

_PIECE = re.compile(r"[^\W_]+|[\W_]+")


class Piece(NamedTuple):
    """Some of a text; `is_hit` where it was asked for."""

    text: str
    is_hit: bool


def pieces(text: str, asked: Collection[str]) -> list[Piece]:
    """The text in pieces, of which those that were asked for are hits."""
    found = [Piece(piece, _is_hit(piece, asked)) for piece in _PIECE.findall(text)]
    grouped = groupby(found, lambda piece: piece.is_hit)
    return [Piece("".join(piece.text for piece in group), hit) for hit, group in grouped]


def _is_hit(piece: str, asked: Collection[str]) -> bool:
    return bool(asked) and any(word in asked for word in words(piece))
