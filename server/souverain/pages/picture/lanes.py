"""The time line as a picture: a lane for each thing that is told about, a column for each date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from souverain.explanation import times
from souverain.pages.page import Page
from souverain.pages.picture import labels, text
from souverain.pages.picture.happenings import ANNOUNCEMENT, EVENT, Happening
from souverain.vocab import SOV

NAME_WIDTH = 118.0
LEAST_COLUMN, MOST_COLUMN, LEAST_WIDTH = 78.0, 158.0, 700.0
SIGN = 24.0  # before the words of a mark
HEAD, ROW, PAD = 40.0, 33.0, 8.0
SIZE, SMALL = 11.5, 10.5
MOST_LANES, MOST_COLUMNS, MOST_MARKS = 14, 24, 12


@dataclass(frozen=True)
class Mark:
    """One happening, at its place; `first` and `second` are its two lines of words."""

    iri: str
    href: str
    kind: str
    is_done: bool
    is_abandoned: bool
    said: str
    quotes: tuple[str, ...]
    x: float
    y: float
    width: float
    first: str
    second: str


@dataclass(frozen=True)
class Lane:
    """A thing, or all others together, with its marks."""

    name: str
    full: str
    href: str
    y: float
    height: float
    marks: tuple[Mark, ...]
    left_out: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True)
class Column:
    """A month or a year."""

    key: str
    x: float
    width: float
    label: str
    year: str
    is_inferred: bool


@dataclass(frozen=True)
class Lanes:
    """The whole picture."""

    width: float
    height: float
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]


def draw(page: Page, happenings: Sequence[Happening], own: set[str]) -> Lanes:
    """The picture of what has a date; `own` are the things that have a lane of their own."""
    dated = [row for row in happenings if row.since]
    keys = list(dict.fromkeys(row.column for row in dated))[:MOST_COLUMNS]
    rows: dict[str, dict[str, list[Happening]]] = {}
    for row in dated:
        if row.column in keys:
            lane = rows.setdefault(_lane(row, own), {})
            lane.setdefault(row.column, []).append(row)
    order = sorted(rows, key=lambda lane: (lane == "", keys.index(next(iter(rows[lane])))))
    columns: dict[str, Column] = {}
    x = NAME_WIDTH
    for key in keys:
        columns[key] = _column(page, key, x, [row for row in dated if row.column == key])
        x += columns[key].width
    lanes, y = [], HEAD
    for iri in order[:MOST_LANES]:
        lanes.append(_drawn(page, iri, rows[iri], columns, y))
        y += lanes[-1].height
    return Lanes(max(x + 4, LEAST_WIDTH), y + 4, tuple(columns.values()), tuple(lanes))


def own_lanes(page: Page, happenings: Sequence[Happening]) -> set[str]:
    """Initiatives, and whatever else several claims tell of first."""
    counts = Counter(subject for row in happenings for subject in row.subjects[:1])
    facts = page.site.facts
    initiatives = {
        iri for iri in counts if "Initiative" in facts.node(iri).kinds or counts[iri] > 1
    }
    return initiatives & {iri for iri, _ in counts.most_common(MOST_LANES - 1)}


def _lane(row: Happening, own: set[str]) -> str:
    return next((subject for subject in row.subjects if subject in own), "")


def _drawn(
    page: Page, iri: str, cells: dict[str, list[Happening]], columns: dict[str, Column], y: float
) -> Lane:
    marks, left_out = [], []
    for key, rows in cells.items():
        x, width = columns[key].x, columns[key].width
        for number, row in enumerate(rows[:MOST_MARKS]):
            marks.append(_mark(page, row, (x, y + PAD + number * ROW), width, is_other=not iri))
        if len(rows) > MOST_MARKS:
            more = f"+ {len(rows) - MOST_MARKS}"
            left_out.append((x + 8, y + PAD + MOST_MARKS * ROW + 8, more))
    most = max(min(len(rows), MOST_MARKS) for rows in cells.values())
    name = labels.name(page, iri) if iri else page.t("timeline.others")
    return Lane(
        name="\n".join(text.wrap(name, NAME_WIDTH - 12, 13, bold=True, most=3)),
        full=text.clean(name),
        href=page.href(iri) if iri else "",
        y=y,
        height=max(most * ROW, 44) + 2 * PAD + (14 if left_out else 0),
        marks=tuple(sorted(marks, key=lambda mark: (mark.x, mark.y))),
        left_out=tuple(left_out),
    )


def _mark(
    page: Page, row: Happening, at: tuple[float, float], width: float, *, is_other: bool
) -> Mark:
    told = page.told(row.iri)
    first, second = words(page, row)
    if is_other and row.subjects:
        second = labels.name(page, row.subjects[0])
    return Mark(
        iri=row.iri,
        href=page.href(row.iri),
        kind=row.kind,
        is_done=row.is_done,
        is_abandoned=row.status == "Abandoned",
        said=text.clean(str(told.sentence)),
        quotes=tuple(text.clean(quote.text, 400) for quote in told.quotes[:3]),
        x=at[0],
        y=at[1],
        width=width - 2,
        first=text.fit(first, width - SIGN, SIZE),
        second=text.fit(second, width - SIGN, SMALL),
    )


def words(page: Page, row: Happening) -> tuple[str, str]:
    """What is told, in two short lines: for an announcement, who announces and how."""
    if row.kind == ANNOUNCEMENT:
        who = ", ".join(labels.name(page, iri) for iri in row.speakers)
        channel = row.node.one("channel")
        is_known = channel and channel != str(SOV.UnknownChannel)
        if is_known:
            return who, page.label(channel)
        is_made = row.status == "Made"
        return who, page.t("timeline.announces") if is_made else page.label(str(SOV[row.status]))
    status = page.label(str(SOV[row.status])) or row.status
    if row.kind == EVENT:
        kind = row.node.one("eventKind")
        return page.label(kind), "" if row.status == "Completed" else status
    observed = page.site.facts.node(row.node.one("observes"))
    kinds = [page.label(term.text) for term in observed.all("rdf:type")]
    return next(filter(None, kinds), ""), status


def _column(page: Page, key: str, x: float, rows: list[Happening]) -> Column:
    year, _, month = key.partition("-")
    months = page.explainer.writer.words.months
    is_month = month.isdigit() and 0 < int(month) <= len(months)
    lines = [words(page, row) for row in rows]
    wanted = [text.width(first, SIZE) for first, _ in lines]
    wanted += [text.width(second, SMALL) for _, second in lines]
    width = min(max(max(wanted) + SIGN + 2, LEAST_COLUMN), MOST_COLUMN)
    return Column(
        key=key,
        x=x,
        width=width,
        label=text.fit(months[int(month) - 1] if is_month else "", width - 8, SIZE),
        year=text.fit(year, width - 20, 13, bold=True),
        is_inferred=all(row.is_inferred for row in rows),
    )


def date(page: Page, row: Happening) -> str:
    """The date as the articles give it, and its mark."""
    return str(times.date(row.when, page.explainer.writer.words)) if row.when else ""
