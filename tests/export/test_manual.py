"""The table of `server/EXPORT.md` is what the exports are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pytest

from souverain import export
from souverain.export import FORMATS, Format, Selection, Target
from souverain.export.origin import Origin
from souverain.export.target import Counts

from . import exporting
from .opening import OPENED, UNPACKED

MANUAL = Path("server/EXPORT.md")
PLACE = re.compile(r"(<!-- table -->\n).*(<!-- /table -->)", re.DOTALL)
HEAD = (
    "| format | for | written by | read | written | opened by | finds | lost |",
    "|---|---|---|---|---|---|---|---|",
)


def counted(counts) -> str:
    return ", ".join(f"{number} {name}" for name, number in counts.items())


def opened(origin: Origin, format: Format, path: Path) -> tuple[Counts, str, dict[str, int]]:
    if format.name in UNPACKED:
        library, unpack = UNPACKED[format.name]
        counts = exporting.written(path, origin, format.name)
        return counts, library, unpack(path)
    library, read = OPENED[format.name]
    stream = BytesIO()
    counts = export.write(Selection(origin), format, Target(Path("none"), stream))
    return counts, library, read(stream.getvalue())


def row(origin: Origin, format: Format, path: Path) -> str:
    counts, library, found = opened(origin, format, path)
    cells = (
        f"`{format.name}`",
        format.for_whom.en,
        f"`export/{format.module.replace('.', '/')}.py`",
        counted(counts.read),
        counted(counts.written),
        f"{library} {version(library)}",
        counted(found),
        " ".join(loss.en for loss in format.losses) or "nothing",
    )
    return f"| {' | '.join(cells)} |"


def table(origin: Origin, root: Path) -> Iterator[str]:
    yield from HEAD
    for format in FORMATS:
        if format.name in OPENED or format.name in UNPACKED:
            yield row(origin, format, root / format.name)


@pytest.mark.needs("followthemoney")
def test_the_table_is_what_the_exports_are(checkout, whole, tmp_path):
    path = checkout / MANUAL
    text = path.read_text("utf-8")
    made = "".join(f"{line}\n" for line in table(whole, tmp_path))
    expected = PLACE.sub(lambda found: found[1] + made + found[2], text)
    if os.environ.get("REWRITE"):
        path.write_text(expected, "utf-8")
    assert text == expected
