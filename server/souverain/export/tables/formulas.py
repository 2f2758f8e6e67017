"""Making harmless what a spreadsheet would take for a formula and compute."""

from __future__ import annotations

# Between the values of a list that stands in one cell.
BETWEEN = "\n"
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet that opens the text as a cell would compute it."""
    return text.startswith(BEGINNINGS)


def harmless(text: str) -> str:
    """The text, with an apostrophe before it where it would be computed."""
    return f"'{text}" if text.startswith(BEGINNINGS) else text


def joined(values: tuple[str, ...]) -> str:
    """A list as one cell: a line for each value, whose own line ends become spaces."""
    return BETWEEN.join(" ".join(value.splitlines()) for value in values)
