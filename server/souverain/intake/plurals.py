"""Whom a plural stands for, « les deux actionnaires »: those whom one sentence names together."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from souverain.intake.phrase import PLACE, Phrase
from souverain.intake.scene import Scene

_AND = re.compile(r"(?:\bet\b|\band\b|\bavec\b)")
_LONGEST_GAP = 60


def several(
    scene: Scene, phrase: Phrase, sort: str, exclude: Collection[str], back: int
) -> tuple[Phrase, ...]:
    """The last firms or persons that one sentence names together, as many as are wanted.

    `back` is how many sentences before the phrase's own are asked.
    """
    own = scene.number(phrase.start)
    for number in range(own, max(0, own - back) - 1, -1):
        start, end = scene.sentences[number]
        rows = scene.within(start, min(end, phrase.start))
        fit = [row for row in rows if row.names and not set(row.names) & set(exclude)]
        fit = [row for row in fit if row.sort != PLACE and (not sort or row.sort == sort)]
        together = list({row.names: row for row in fit}.values())
        if together and together[-1].plural:
            return (together[-1],)
        if len(together) >= 2 and (not phrase.count or phrase.count <= len(together)):
            chosen = _joined(scene.text, together) or together
            return tuple(chosen[: phrase.count or None])
    return ()


def _joined(text: str, rows: Sequence[Phrase]) -> list[Phrase]:
    """The first of the rows that « et » joins with those before."""
    for index in range(1, len(rows)):
        gap = text[rows[index - 1].end : rows[index].start]
        if len(gap) < _LONGEST_GAP and _AND.search(gap):
            low = index - 1
            while low and text[rows[low - 1].end : rows[low].start].strip() == ",":
                low -= 1
            return list(rows[low : index + 1])
    return []
