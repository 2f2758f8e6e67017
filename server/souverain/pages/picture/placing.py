"""Where boxes and links stand: holders left, holdings right, and what is both in between.

Each link has a band of its own before its target, as high as its words and its width. Boxes keep
clear of the bands that pass them, so that no words can meet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BOX_WIDTH = 164.0
LEAST_WIDTH = 900.0
RUN = 218.0  # the straight part of a link, where its words stand
CURVE = 92.0
BETWEEN = 26.0  # boxes of a column
PADDING = 8.0
MARGIN = 8.0


@dataclass
class Box:
    """A thing; `rank` is its column, counted from the left."""

    key: str
    least_height: float
    order: int
    rank: int = 0
    x: float = 0
    y: float = 0
    height: float = 0

    @property
    def middle(self) -> float:
        """Half its height."""
        return self.y + self.height / 2


@dataclass
class Link:
    """A link from a box to a box; `above` is the height of its words, `width` its own.

    One that only leans on another, `beside`, stands below it; one that is `behind` boxes may pass
    them there.
    """

    key: str
    source: Box
    target: Box
    above: float
    width: float
    order: str
    beside: Link | None = None
    is_behind: bool = False
    place: tuple[int, str, int] = (0, "", 0)
    top: float = 0
    start: tuple[float, float] = (0, 0)
    turn: float = 0  # where it becomes straight
    end: tuple[float, float] = (0, 0)

    @property
    def height(self) -> float:
        """The height of its band."""
        return self.above + max(self.width, 4) + PADDING


@dataclass
class Placed:
    """Boxes and links with their places, and the size of the whole."""

    boxes: list[Box]
    links: list[Link]
    width: float
    height: float


def place(boxes: list[Box], links: list[Link]) -> Placed:
    """Give each box and each link its place."""
    columns = _columns(boxes, links)
    gap = max(RUN + CURVE, (LEAST_WIDTH - BOX_WIDTH * columns) / max(columns - 1, 1))
    for box in boxes:
        box.x = MARGIN + box.rank * (BOX_WIDTH + gap)
    ordered = _ordered(boxes, links)
    index = {box.key: number for number, box in enumerate(ordered)}
    for link in links:
        main = link.beside or link
        link.place = (index[main.source.key], main.order, int(link is not main))
    for rank in range(columns - 1, -1, -1):
        _column([box for box in ordered if box.rank == rank], rank, columns, links)
    _ports(boxes, links)
    width = 2 * MARGIN + columns * BOX_WIDTH + (columns - 1) * gap
    bottom = max((box.y + box.height for box in boxes), default=0)
    return Placed(boxes, sorted(links, key=lambda row: row.top), width, bottom + MARGIN)


def _columns(boxes: list[Box], links: list[Link]) -> int:
    """Rank each box one more than its holders, and what holds nothing last."""
    for _ in boxes:
        moved = False
        for link in links:
            if link.target is not link.source and link.target.rank <= link.source.rank:
                link.target.rank = min(link.source.rank + 1, len(boxes))
                moved = True
        if not moved:
            break
    ranks = sorted({box.rank for box in boxes})
    last = max(len(ranks) - 1, 1)
    holders = {link.source.key for link in links}
    for box in boxes:
        box.rank = ranks.index(box.rank) if box.key in holders else last
    return last + 1


def _ordered(boxes: list[Box], links: list[Link]) -> list[Box]:
    """The boxes from top to bottom: holdings as they were first told of, holders near them."""
    holders = {link.source.key for link in links}
    holdings = sorted((box for box in boxes if box.key not in holders), key=lambda box: box.order)
    height = {box.key: float(number) for number, box in enumerate(holdings)}
    for _ in range(4):
        for box in boxes:
            if box.key in holders:
                known = [
                    height[row.target.key]
                    for row in links
                    if row.source is box and row.target.key in height
                ]
                height[box.key] = _mean(known, height.get(box.key, float(len(holdings))))
    return sorted(boxes, key=lambda box: (height.get(box.key, 0), box.order))


def _column(column: list[Box], rank: int, columns: int, links: list[Link]) -> None:
    taken = [
        (link.top - PADDING, link.top + link.height + PADDING)
        for link in links
        if link.source.rank < rank < link.target.rank and not link.is_behind
    ]
    for box in column:
        arriving = _arriving(box, links)
        leaving = [link for link in links if link.source is box]
        inner = sum(link.height for link in arriving)
        outer = sum(max(link.width, 4) + 6 for link in leaving)
        box.height = max(box.least_height, inner + PADDING, outer + PADDING)
    bottom = MARGIN
    for box in column:
        wanted = _wanted(box, links, bottom) if rank < columns - 1 else bottom
        box.y = _free(wanted, box.height, taken)
        taken.append((box.y - BETWEEN, box.y + box.height + BETWEEN))
        bottom = box.y + box.height + BETWEEN
        _bands(box, links)
    if rank == 0:
        _lift(column, links)


def _wanted(box: Box, links: list[Link], otherwise: float) -> float:
    """Where a box would stand to face what it holds."""
    faced = [link.top + link.height / 2 for link in links if link.source is box]
    return max(_mean(faced, otherwise) - box.height / 2, MARGIN)


def _free(wanted: float, height: float, taken: Iterable[tuple[float, float]]) -> float:
    """The place nearest to the wanted one that nothing takes."""
    rows = sorted(taken)
    tried = [wanted, *(end for _, end in rows), *(start - height for start, _ in rows)]
    free = [
        y
        for y in tried
        if y >= MARGIN and all(y + height <= start or y >= end for start, end in rows)
    ]
    return min(free, key=lambda y: abs(y - wanted))


def _lift(column: list[Box], links: list[Link]) -> None:
    """Keep the first column in order, and no lower than the others where there is room."""
    lowest = max((link.top + link.height for link in links), default=0)
    limit = max(lowest, sum(box.height + BETWEEN for box in column))
    for box in sorted(column, key=lambda box: -box.y):
        box.y = max(min(box.y, limit - box.height), MARGIN)
        limit = box.y - BETWEEN


def _bands(box: Box, links: list[Link]) -> None:
    """The bands of what arrives at a box, one below the other."""
    arriving = _arriving(box, links)
    y = box.y + (box.height - sum(link.height for link in arriving)) / 2
    for link in arriving:
        link.top = y
        y += link.height
        middle = link.top + link.above + max(link.width, 4) / 2
        link.turn = box.x - RUN
        link.end = (box.x, middle)


def _arriving(box: Box, links: list[Link]) -> list[Link]:
    return sorted((link for link in links if link.target is box), key=lambda link: link.place)


def _ports(boxes: list[Box], links: list[Link]) -> None:
    """Where links leave their holders, in the order in which they arrive."""
    for box in boxes:
        leaving = sorted((row for row in links if row.source is box), key=lambda row: row.end[1])
        y = box.middle - sum(max(link.width, 4) + 6 for link in leaving) / 2
        for link in leaving:
            half = max(link.width, 4) / 2 + 3
            link.start = (box.x + BOX_WIDTH, y + half)
            link.turn = _turn(link)
            y += 2 * half


def _turn(link: Link) -> float:
    """A link that passes a column is straight from the first gap on."""
    if link.target.rank - link.source.rank > 1:
        return min(link.start[0] + CURVE, link.turn)
    return link.turn


def _mean(numbers: list[float], otherwise: float) -> float:
    return sum(numbers) / len(numbers) if numbers else otherwise
