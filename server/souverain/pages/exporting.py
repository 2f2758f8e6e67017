"""The graph in the formats of other tools: which there are, and each as a file to take away.

A file is made in a worker, within the limits of a query. What is written to a folder, or needs a
file of its own to work in, is to be had at the command line only.
"""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from souverain import dates, export
from souverain.document import Document
from souverain.errors import BadValue, MissingExtra, NoSuchPage, NothingSelected, UsageError
from souverain.explanation import LANGUAGES, words
from souverain.export import FORMATS, Format, Selection, compaction, wanted
from souverain.export import origin as origins
from souverain.export.offered import OFFERED
from souverain.export.origin import Origin
from souverain.export.target import Target
from souverain.files import Project
from souverain.pages.media import HTML
from souverain.pages.page import Page
from souverain.pages.route import Route, Taken

# One request is to be answered within seconds; of larger data the command line writes it all.
MOST_CLAIMS = 5_000
MOST_CLAIMS_IN_MEMORY = 1_000
# Of more, no copy is made for exports at all.
MOST_TRIPLES = 500_000


class Row(NamedTuple):
    """A format as the page shows it; `href` is empty where it is not to be had here."""

    format: Format
    for_whom: str
    losses: tuple[str, ...]
    most: int
    href: str
    is_missing: bool


def view(page: Page) -> Document:
    """The page at `/export`: the table of formats, with a form that narrows what is taken."""
    page.format(HTML)
    asked = {name: page.parameters.all.get(name, []) for name in ("only", "at", "layer")}
    _wanted(page)
    rows = [_row(page, row, asked) for row in FORMATS]
    return page.render(
        "export.html",
        rows=rows,
        only=asked["only"] or [""],
        at=page.parameters.text("at"),
        layer=page.parameters.text("layer", "all"),
        layers=wanted.LAYERS,
    )


def take(page: Page) -> Document:
    """A file; raises `NoSuchPage` for a format that is not to be had, else `BadValue`."""
    row = next((row for row in FORMATS if row.name == page.parts[0]), None)
    if row is None or row.name not in OFFERED or page.suffix:
        raise NoSuchPage(page.asked.path, near=[("/export", "export")])
    origin = _origin(page)
    if origin is None:
        raise BadValue("format", "is of more data than can be exported here", _command(row))
    stream, selection = BytesIO(), Selection(origin, _wanted(page))
    if selection.claims > _most(row):
        reason = f"leaves {selection.claims} claims, and {row.name} goes up to {_most(row)} here"
        raise BadValue("only", reason, f"narrow it, or take all of it by: {_command(row)}")
    try:
        export.write(selection, row, Target(Path(row.name), stream))
    except NothingSelected as fault:
        raise BadValue("only", f"and the others: {fault}", fault.hint) from fault
    except MissingExtra as fault:
        raise NoSuchPage(page.asked.path, near=[("/export", "export")], hint=fault.hint) from fault
    name = f'attachment; filename="souverain.{row.extension}"'
    headers = {"Content-Disposition": name}
    return page.document(row.media_type, stream.getvalue(), headers=headers)


def _row(page: Page, row: Format, asked: dict[str, list[str]]) -> Row:
    language = 0 if page.language == "en" else 1
    is_here = row.name in OFFERED and _is_installed(row)
    given = [(name, value) for name, values in asked.items() for value in values if value]
    query = f"?{urlencode(given)}" if given else ""
    return Row(
        format=row,
        for_whom=row.for_whom[language],
        losses=tuple(loss[language] for loss in row.losses),
        most=_most(row),
        href=f"/export/{row.name}{query}" if is_here else "",
        is_missing=row.name in OFFERED and not is_here,
    )


def _wanted(page: Page) -> wanted.Wanted:
    only, given = page.parameters.all.get("only", []), page.parameters
    at, layer = given.text("at", longest=50), given.choice("layer", wanted.LAYERS, "all")
    try:
        return wanted.read(filter(None, only), at, layer, page.site.base)
    except UsageError as fault:
        name = "at" if at and at in str(fault) and not only else "only"
        raise BadValue(name, f"makes no sense: {fault}", fault.hint) from fault


def _most(row: Format) -> int:
    return MOST_CLAIMS if row.most_claims is None else min(row.most_claims, MOST_CLAIMS_IN_MEMORY)


def _command(row: Format) -> str:
    return f"souverain export --format {row.name}"


def _is_installed(row: Format) -> bool:
    try:
        export.writer(row)
    except MissingExtra:
        return False
    return True


def _origin(page: Page) -> Origin | None:
    """What is exported; made before a worker is forked, with all that it may not open later."""
    site = page.site
    site.of_project(__name__, lambda: _load(site.project))

    def make() -> Origin | None:
        if site.dataset.triples > MOST_TRIPLES:
            return None
        return origins.of_site(site.dataset, site.project, site.base)

    return site.once(__name__, make)


def _load(project: Project) -> None:
    """Load what an export needs: each keeps what it has read."""
    dates.bounds("2015")
    for language in LANGUAGES:
        words.read(language)
    compaction.of(project)
    for row in FORMATS:
        if row.name in OFFERED:
            with suppress(MissingExtra):
                export.writer(row)


TAKES = (
    Taken(
        "only",
        "article=, class=, entity= or date=, with a value; may be repeated",
        {"type": "array", "items": {"type": "string", "maxLength": 500}},
    ),
    Taken("at", "only what held at that date (EDTF)", {"type": "string", "maxLength": 50}),
    Taken("layer", "claims, derived, or all", {"type": "string", "enum": list(wanted.LAYERS)}),
)
ROUTES = (
    Route(r"/export", view, "/export", "The formats of other tools", (HTML,), TAKES),
    Route(
        r"/export/([a-z0-9-]+)",
        take,
        "/export/ftm",
        "The graph in the format of that name, as a file",
        tuple(dict.fromkeys(row.media_type for row in FORMATS if row.name in OFFERED)),
        TAKES,
    ),
)
