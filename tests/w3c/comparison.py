"""Whether two answers are the same: what differs, in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from pyoxigraph import BlankNode, Triple

from .answer import Answer

Row = tuple[Any, ...]
SHOWN_ROWS = 3
# Any blank node, where it does not count which.
BLANK = "_:"


def difference(
    expected: Answer, came: Answer, *, in_order: bool = False, is_lax: bool = False
) -> str:
    """Empty where the answers are the same, up to the names of blank nodes.

    Tables are multisets of rows, or sequences where the query orders them. Terms are compared as
    they are written: `1.0` is not `1.00`. What CSV cannot hold is not compared with CSV.
    """
    if isinstance(expected, bool) or isinstance(came, bool):
        return "" if expected is came else f"{expected} was expected, {came} came"
    if expected.is_plain or came.is_plain:
        expected, came = expected.plain(), came.plain()
    if expected.names != came.names:
        return f"the names {expected.names} were expected, {came.names} came"
    wanted, found = list(expected.rows), list(came.rows)
    if is_lax:
        wanted, found = _lax(wanted, found)
    if (told := _shapes(wanted, found)) or in_order:
        return told or _sequences(wanted, found)
    return "" if _match(wanted, found) else "the blank nodes are joined in another way"


def _lax(wanted: list[Row], found: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows with each taken as often as the other list allows (REDUCED); no blank nodes."""
    counts = Counter(wanted)
    excess = Counter(found) - counts
    return list(counts), [*dict.fromkeys(found), *excess.elements()]


def _shapes(wanted: Iterable[Row], found: Iterable[Row]) -> str:
    """What differs where any blank node is as good as any other."""
    left, right = Counter(map(_shape, wanted)), Counter(map(_shape, found))
    if left == right:
        return ""
    return f"missing: {_shown(left - right)}; not expected: {_shown(right - left)}"


def _shown(rows: Counter[Row]) -> str:
    told = [" ".join(map(str, row)) for row in list(rows.elements())[:SHOWN_ROWS]]
    more = [f"and {rows.total() - SHOWN_ROWS} more"] if rows.total() > SHOWN_ROWS else []
    return " | ".join([*told, *more]) or "nothing"


def _sequences(wanted: list[Row], found: list[Row]) -> str:
    named: Bijection = Bijection()
    for number, (left, right) in enumerate(zip(wanted, found, strict=True), 1):
        if _shape(left) != _shape(right) or not named.join(_blanks(left), _blanks(right)):
            return f"row {number} is {right} instead of {left}"
    return ""


def _match(wanted: list[Row], found: list[Row]) -> bool:
    """Whether the rows are the same under some renaming of blank nodes."""
    candidates: dict[Row, list[Row]] = defaultdict(list)
    for row in found:
        if blanks := _blanks(row):
            candidates[_shape(row)].append(blanks)
    asked = [row for row in wanted if _blanks(row)]
    # Rows with fewer candidates leave fewer guesses.
    asked.sort(key=lambda row: len(candidates[_shape(row)]))
    return _search(asked, candidates, Bijection())


def _search(asked: list[Row], candidates: dict[Row, list[Row]], named: Bijection) -> bool:
    if not asked:
        return True
    row, *others = asked
    rest = candidates[_shape(row)]
    for place, blanks in enumerate(rest):
        attempt = named.copy()
        if attempt.join(_blanks(row), blanks):
            left = {**candidates, _shape(row): rest[:place] + rest[place + 1 :]}
            if _search(others, left, attempt):
                return True
    return False


class Bijection:
    """Which blank node of one answer is which of the other."""

    def __init__(self) -> None:
        self._there: dict[BlankNode, BlankNode] = {}
        self._back: dict[BlankNode, BlankNode] = {}

    def copy(self) -> Bijection:
        """One that can be changed by itself."""
        copied = Bijection()
        copied._there, copied._back = dict(self._there), dict(self._back)
        return copied

    def join(self, left: Row, right: Row) -> bool:
        """Take some pairs as the same; says whether they can be."""
        for one, other in zip(left, right, strict=True):
            if self._there.setdefault(one, other) != other:
                return False
            if self._back.setdefault(other, one) != one:
                return False
        return True


def _shape(row: Row) -> Row:
    return tuple(_without_names(term) for term in row)


def _without_names(term: Any) -> Any:
    if isinstance(term, Triple | tuple):
        return tuple(_without_names(part) for part in term)
    return BLANK if isinstance(term, BlankNode) else term


def _blanks(row: Iterable[Any]) -> Row:
    """The blank nodes of a row, in order, those within triple terms included."""
    found: list[BlankNode] = []
    for term in row:
        if isinstance(term, Triple | tuple):
            found += _blanks(term)
        elif isinstance(term, BlankNode):
            found.append(term)
    return tuple(found)
