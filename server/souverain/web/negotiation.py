"""Which media type and coding a client gets, by its Accept headers (RFC 9110, section 12.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_TOKEN = r"[\w!#$%&'*+.^`|~-]+"
_RANGE = re.compile(
    rf"\s*(?P<type>{_TOKEN})(?:/(?P<subtype>{_TOKEN}))?\s*(?P<rest>;.*)?", re.ASCII | re.DOTALL
)
_QUALITY = re.compile(r";\s*q\s*=\s*(?P<q>[^;\s]*)", re.IGNORECASE)
MOST_PARTS = 50
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

    Parameters other than `q` are not looked at, nor more ranges than anyone needs. A lone `*`,
    which old clients send, is `*/*`.
    """
    parts = accept.split(",", MOST_PARTS)[:MOST_PARTS]
    return [found for part in parts if (found := _range(part))]


@lru_cache(maxsize=1024)
def choose(accept: str, offered: tuple[str, ...]) -> str | None:
    """The media type that is wanted most; of several, the first that is offered."""
    asked = ranges(accept)
    best = max(offered, key=lambda media_type: quality(asked, media_type))
    return best if quality(asked, best) > 0 else None


def quality(asked: Sequence[Range], media_type: str) -> float:
    """How much that type is wanted: what the range says that names it most closely."""
    closest = max((row.specificity(media_type) for row in asked), default=0)
    if not closest:
        return 0
    return max(row.quality for row in asked if row.specificity(media_type) == closest)


@lru_cache(maxsize=256)
def codings(accept_encoding: str, offered: tuple[str, ...]) -> tuple[str, ...]:
    """The content codings that are wanted, the best first; what `*` covers comes last."""
    asked: dict[str, float] = {}
    for part in accept_encoding.split(",", MOST_PARTS)[:MOST_PARTS]:
        found = _RANGE.fullmatch(part)
        if found and found["subtype"] is None and (weight := _weight(found["rest"])) is not None:
            asked[found["type"].lower()] = weight
    rest = asked.get("*", 0.0)
    weights = {name: asked.get(name, rest) for name in offered}
    least = asked.get("identity", 0.0)
    return tuple(
        sorted(
            (name for name in offered if weights[name] > 0 and weights[name] >= least),
            key=lambda name: -weights[name],
        )
    )


def _range(part: str) -> Range | None:
    found = _RANGE.fullmatch(part)
    if not found or (found["subtype"] is None and found["type"] != "*"):
        return None
    weight = _weight(found["rest"])
    if weight is None:
        return None
    return Range(found["type"].lower(), (found["subtype"] or "*").lower(), weight)


def _weight(parameters: str | None) -> float | None:
    """The `q` among the parameters, 1 where there is none; nothing where it is no number."""
    told = _QUALITY.search(parameters or "")
    if not told:
        return 1.0
    return min(float(told["q"]), 1.0) if _NUMBER.fullmatch(told["q"]) else None
