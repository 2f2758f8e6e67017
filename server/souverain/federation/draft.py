"""The text of a query, in which parts are replaced one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from souverain.federation.clauses import Clause
from souverain.federation.elements import Element
from souverain.federation.structure import Structure


class Draft:
    """A query whose clauses are replaced one after the other."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._replaced: list[tuple[int, int, str]] = []

    def replace(self, part: Clause | Element, text: str) -> None:
        """Put a text in the place of a part, and of what was replaced within it."""
        structure = self._structure
        place = structure.start(part.first), structure.end(part.after - 1)
        self._replaced.append((*place, text))

    def text(self, start: int = 0, end: int | None = None, without: Iterable[Element] = ()) -> str:
        """The query as it is now, or a part of it; some elements can be left out."""
        structure, parts = self._structure, list[str]()
        dropped = [
            (structure.start(row.first), structure.end(row.after - 1), "") for row in without
        ]
        last = len(structure.text) if end is None else end
        for begin, after, text in sorted([*self._replaced, *dropped]):
            if start <= begin and after <= last:
                parts += [structure.text[start:begin], text]
                start = after
        return "".join([*parts, structure.text[start:last]])
