"""The rows of an answer as they are shown on a page, and as plain values for programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from souverain.pages.page import Page
from souverain.pages.question import answer, cells
from souverain.pages.question.asking import Asking
from souverain.pages.question.cells import EMPTY, Cell
from souverain.pages.rendering import LONGEST

# So much of an answer is shown on its page; the CSV holds all of it.
MOST_ROWS = 500
MOST_CHARACTERS = 110_000
# What the tags of one cell take, nearly.
CELL_CHARACTERS = 40
NAME = "Name"
ARTICLE = "article"
QUOTE = "quote"
# Beside a number in one of these a bar is drawn; shares are of the whole, others of the largest.
DRAWN = ("percentage", "share", "times")
WHOLE = 100.0
TYPES = {"uri": "iri", "bnode": "blank"}


@dataclass(frozen=True)
class Column:
    """A column by the name of its variable, with what it is called; `most` fills a bar in it."""

    name: str
    label: str
    most: float = 0.0


class Row(NamedTuple):
    """The cells of a row, and under them the words that it stands on, with their article.

    `state` is the look of the state that it tells, if it tells one.
    """

    cells: Sequence[Cell]
    quote: Cell
    article: Cell
    state: str


@dataclass(frozen=True)
class Table:
    """The rows that are shown, out of so many; or yes or no. Columns with nothing are left out.

    `is_of_articles` says that the rows are what articles say.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    count: int
    is_of_articles: bool
    is_yes: bool | None = None

    @property
    def is_cut(self) -> bool:
        """Whether there are more."""
        return len(self.rows) < self.count


def table(page: Page, asking: Asking) -> Table:
    """The answer as it is shown; raises `QueryError`."""
    found = answer.of(page, asking)
    under = (QUOTE, ARTICLE) if QUOTE in found.columns else ()
    rows = list(_rows(page, answer.shown(found.columns, asking), found.rows))
    names = [
        name
        for name in (rows[0] if rows else ())
        if name not in under and any(row[name].text for row in rows)
    ]
    return Table(
        columns=[
            Column(name, label(page, name), _most(name, [row[name] for row in rows]))
            for name in names
        ],
        rows=[_row(row, names, under) for row in rows],
        count=len(found.rows),
        is_of_articles=ARTICLE in found.columns,
        is_yes=found.is_yes,
    )


def _rows(
    page: Page, names: Sequence[str], found: Sequence[Mapping[str, Any]]
) -> Iterator[dict[str, Cell]]:
    """As many rows as one page may have, each by the names of its columns."""
    left = MOST_CHARACTERS
    for row in found[:MOST_ROWS]:
        shown = {name: cells.cell(page, name, row) for name in names}
        left -= sum(map(_size, shown.values()))
        if left < 0:
            return
        yield shown


def _size(cell: Cell) -> int:
    return len(cell.text[:LONGEST]) + len(cell.href) + CELL_CHARACTERS


def _row(row: Mapping[str, Cell], names: Sequence[str], under: Sequence[str]) -> Row:
    quote, article = (row.get(name, EMPTY) if name in under else EMPTY for name in (QUOTE, ARTICLE))
    shown = [row[name] for name in names]
    return Row(shown, quote, article, next(filter(None, (cell.state for cell in shown)), ""))


def label(page: Page, name: str) -> str:
    """What a variable of a question is called."""
    short = name.removesuffix(NAME)
    for known in (name, short):
        if f"column.{known}" in page.t:
            return page.t(f"column.{known}")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()


def plain(page: Page, asking: Asking) -> dict[str, object]:
    """The question, its parameters and its whole answer in plain values.

    Each cell has what the graph has (`value`, `type`, `language`, `datatype`), and the words and
    the address by which a page would show it (`text`, `href`).
    """
    found = answer.of(page, asking)
    question = asking.question
    told = {
        "question": question.name,
        "words": dict(question.words),
        "language": page.language,
        "parameters": [
            {
                "name": field.parameter.name,
                "kind": field.parameter.kind,
                "value": field.value,
                **({"text": field.name, "href": field.href} if field.name else {}),
            }
            for field in asking.fields
        ],
        "columns": [{"name": name, "label": label(page, name)} for name in found.columns],
        "count": len(found.rows),
        "rows": [_plain_row(page, found.columns, row) for row in found.rows],
        "query": asking.query,
        "links": {
            suffix: page.to(f"/questions/{question.name}.{suffix}", **asking.address)
            for suffix in ("html", "json", "csv", "srj")
        },
    }
    return told if found.is_yes is None else {**told, "answer": found.is_yes}


def _plain_row(page: Page, columns: Sequence[str], row: Mapping[str, Any]) -> dict[str, object]:
    return {name: _plain_cell(page, name, row) for name in columns if name in row}


def _plain_cell(page: Page, name: str, row: Mapping[str, Any]) -> dict[str, object]:
    term, shown = row[name], cells.cell(page, name, row)
    told = {
        "value": term["value"],
        "type": TYPES.get(term["type"], term["type"]),
        "language": term.get("xml:lang", ""),
        "datatype": term.get("datatype", ""),
        "text": shown.text,
        "href": shown.href,
    }
    return {key: value for key, value in told.items() if value}


def _most(name: str, column: Sequence[Cell]) -> float:
    numbers = [cell.number for cell in column if cell.number is not None]
    if name not in DRAWN or len(column) < 2 or not numbers or min(numbers) < 0:
        return 0.0
    return WHOLE if name in cells.SHARES else max(numbers)
