"""The shapes of an edge, as SVG paths."""

from __future__ import annotations

from math import hypot

from souverain.pages.picture.placing import Link

Point = tuple[float, float]
SAMPLES = 24  # points of a bend


def ribbon(link: Link, width: float, stop: float = 0) -> str:
    """The outline of an edge of that width, which stops short of its target by so much."""
    half, end, level = width / 2, link.end[0] - stop, link.end[1]
    upper, lower = _sides(link, half)
    there = " ".join(map(_point, upper))
    back = " ".join(map(_point, reversed(lower)))
    return f"M{there} H{_n(end)} V{_n(level + half)} L{back} Z"


def leaning(link: Link, foot: Point) -> str:
    """A line that ends on the edge that it leans on."""
    upper, _ = _sides(link, 0)
    return f"M{' '.join(map(_point, upper))} H{_n(foot[0])} V{_n(foot[1])}"


def _sides(link: Link, half: float) -> tuple[list[Point], list[Point]]:
    """Both sides of the bend, everywhere as far apart as the edge is wide."""
    (x, y), turn, level = link.start, link.turn, link.end[1]
    upper, lower = [], []
    for number in range(SAMPLES + 1):
        t = number / SAMPLES
        # A cubic whose two inner points stand half-way, level with its ends.
        at = (x + (turn - x) * t * (1.5 - 1.5 * t + t * t), y + (level - y) * t * t * (3 - 2 * t))
        along = ((turn - x) * (1.5 - 3 * t + 3 * t * t), (level - y) * 6 * t * (1 - t))
        length = hypot(*along) or 1.0
        off = (-along[1] / length * half, along[0] / length * half)
        upper.append((at[0] - off[0], at[1] - off[1]))
        lower.append((at[0] + off[0], at[1] + off[1]))
    return upper, lower


def _point(point: Point) -> str:
    return f"{_n(point[0])},{_n(point[1])}"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
