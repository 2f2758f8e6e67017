"""What comes with the files: how to cite them, what changed, their licence, and a list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from souverain.export.about import SPDX, About
from souverain.export.release.formats import file_name
from souverain.export.release.manifest import MANIFEST, SUMS, Written
from souverain.files import Project

CITATION, CHANGES, LICENCE, README = "CITATION.cff", "CHANGELOG.md", "LICENSE.md", "README.md"
CITED = "Cite the data as below, and a claim by its IRI, its article and its quote."
KEYWORDS = ("ownership", "linked data", "cloud computing", "press articles")
# From one heading of a version to the next (Keep a Changelog).
SECTION = re.compile(r"^## .*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def papers(told: About, formats: Iterable[Written], project: Project | None) -> dict[str, str]:
    """The texts by the names of their files; of a project that tells it, also what changed."""
    texts = {
        README: readme(told, formats),
        CITATION: citation(told),
        LICENCE: licence(told),
    }
    changed = changes(told, project.changelog if project else "")
    return texts | ({CHANGES: changed} if changed else {})


def citation(told: About) -> str:
    """How to cite the data, in the Citation File Format 1.2.0; its texts are quoted as in JSON."""
    rows = {
        "cff-version": "1.2.0",
        "message": CITED,
        "type": "dataset",
        "title": told.title.en,
        "abstract": told.abstract,
        "url": told.iri,
        "version": told.version,
        "date-released": told.date,
    }
    lines = [f"{name}: {_quoted(text)}" for name, text in rows.items()]
    lines += ["authors:", f"  - name: {_quoted(told.creator or 'Anonymous')}"]
    lines += ["keywords:", *(f"  - {_quoted(word)}" for word in KEYWORDS)]
    if told.licence:
        name = "license" if told.licence in SPDX else "license-url"
        lines.append(f"{name}: {_quoted(told.spdx)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def changes(told: About, changelog: str) -> str:
    """What changed last: the first section of a changelog; nothing where there is none."""
    found = SECTION.search(changelog)
    if not found:
        return ""
    return f"# {told.title.en}: the release of {told.date}\n\n{found[0].rstrip()}\n"


def licence(told: About) -> str:
    """The licence that the data state, how to name them, and what it does not cover."""
    stated = f"{told.spdx}: <{told.licence}>" if told.licence else "The data state no licence."
    rows = ("# Licence of the data", stated, f"To attribute: {told.citation}", *told.rights)
    return "\n\n".join(filter(None, rows)) + "\n"


def readme(told: About, formats: Iterable[Written]) -> str:
    """What a person finds in the folder: a line for each format, and how to check it."""
    terms = f", ontology {told.ontology}" if told.ontology else ""
    return "\n".join(
        (
            f"# {told.title.en}",
            "",
            f"Release of {told.date}, version `{told.version}`{terms}. {told.description.en}",
            "",
            "| file | format | for | bytes |",
            "|---|---|---|---|",
            *map(_row, formats),
            "",
            f"`{MANIFEST}` says of each file what it lost; `sha256sum -c {SUMS}` finds out whether "
            f"a copy is whole; `{CITATION}` says how to cite it.",
            "",
        )
    )


def _row(row: Written) -> str:
    name = file_name(row.format) + ("/" if row.format.is_folder else "")
    cells = (f"`{name}`", row.format.name, row.format.for_whom.en, str(_size(row)))
    return f"| {' | '.join(cells)} |"


def _size(row: Written) -> int:
    return sum(file.bytes for file in row.files)
