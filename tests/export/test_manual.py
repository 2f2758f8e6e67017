"""The table of `server/EXPORT.md` is what the exports are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from souverain.export import FORMATS, Format
from souverain.export.origin import Origin

from . import exporting
from .opening import OPENED, version_of

MANUAL = Path("server/EXPORT.md")
PLACE = re.compile(r"(<!-- table -->\n).*(<!-- /table -->)", re.DOTALL)
HEAD = (
    "| format | for | written by | read | written | opened by | finds | lost |",
    "|---|---|---|---|---|---|---|---|",
)


def counted(counts) -> str:
    return ", ".join(f"{number} {name}" for name, number in counts.items())


def row(origin: Origin, format: Format, folder: Path) -> str:
    library, read = OPENED[format.name]
    counts = exporting.written(folder / format.name, origin, format.name)
    cells = (
        f"`{format.name}`",
        format.for_whom.en,
        f"`export/{format.module.replace('.', '/')}.py`",
        counted(counts.read),
        counted(counts.written),
        f"{library} {version_of(library)}",
        counted(read(folder / format.name)),
        " ".join(loss.en for loss in format.losses) or "nothing",
    )
    return f"| {' | '.join(cells)} |"


def table(origin: Origin, folder: Path) -> Iterator[str]:
    yield from HEAD
    for format in FORMATS:
        yield row(origin, format, folder)


@pytest.mark.needs("followthemoney")
@pytest.mark.needs("node")
@pytest.mark.needs("chromium")
def test_the_table_is_what_the_exports_are(checkout, whole, tmp_path):
    path = checkout / MANUAL
    text = path.read_text("utf-8")
    made = "".join(f"{line}\n" for line in table(whole, tmp_path))
    expected = PLACE.sub(lambda found: found[1] + made + found[2], text)
    if os.environ.get("REWRITE"):
        path.write_text(expected, "utf-8")
    assert text == expected
