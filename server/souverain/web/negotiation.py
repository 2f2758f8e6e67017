"""Which media type a client gets, by its Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_RANGE = re.compile(
    r"\s*(?P<type>[\w!#$%&'*+.^`|~-]+)(?:/(?P<subtype>[\w!#$%&'*+.^`|~-]+))?\s*(?P<rest>;.*)?",
    re.ASCII | re.DOTALL,
)
_QUALITY = re.compile(r";\s*q\s*=\s*(?P<q>[^;\s]*)", re.IGNORECASE)
_NUMBER = re.compile(r"[01](\.\d*)?|\.\d+", re.ASCII)


class Range(NamedTuple):
    """Some media types, and how much they are wanted, from 0 to 1."""

    type: str
    subtype: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """How closely it names that type: 3 by its whole name, 0 not at all."""
        kind, _, subtype = media_type.partition("/")
        if (self.type, self.subtype) == (kind, subtype):
            return 3
        if self.subtype != "*":
            return 0
        return {kind: 2, "*": 1}.get(self.type, 0)


def ranges(accept: str) -> list[Range]:
    """The ranges of the header; what is none, or has a quality that is none, does not count.

    Parameters other than `q` are not looked at. A lone `*`, which old clients send, is `*/*`.
    """
    return [found for part in accept.split(",") if (found := _range(part))]


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The media type that is wanted most; of several, the first that is offered."""
    wanted = ranges(accept)
    best = max(offered, key=lambda media_type: quality(wanted, media_type))
    return best if quality(wanted, best) > 0 else None


def quality(wanted: Sequence[Range], media_type: str) -> float:
    """How much that type is wanted: what the range says that names it most closely."""
    closest = max((row.specificity(media_type) for row in wanted), default=0)
    if not closest:
        return 0
    return max(row.quality for row in wanted if row.specificity(media_type) == closest)


def _range(part: str) -> Range | None:
    found = _RANGE.fullmatch(part)
    if not found or (found["subtype"] is None and found["type"] != "*"):
        return None
    weight = _QUALITY.search(found["rest"] or "")
    if weight and not _NUMBER.fullmatch(weight["q"]):
        return None
    value = float(weight["q"]) if weight else 1.0
    return Range(found["type"].lower(), (found["subtype"] or "*").lower(), min(value, 1.0))
