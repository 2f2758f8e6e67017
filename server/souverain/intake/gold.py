"""Gold: what a reader found that articles state, and the articles that state it.

A gold file is a line of JSON for each fact, in the form of `souverain draft --format jsonl` without
confidence and rule. Its article is the text that `article` names, else the `.txt` of the gold's own
name, in the same folder; an `articles.toml` there, in the form of the project's, dates it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from souverain import files
from souverain.errors import DataError, Finding, Unreadable
from souverain.intake.candidate import Candidate
from souverain.intake.text import Text, decode

METADATA = "articles.toml"
HINT = "write it as `souverain draft --format jsonl` does"
UNJUDGED: Mapping[str, object] = {"confidence": 1.0, "rule": "gold"}


@dataclass(frozen=True)
class Fact:
    """One fact of the gold.

    `asked` are the slots that its row has, and that alone are compared; `also` has, by slot, other
    values that are as right. An `optional` one counts neither as found nor as missed.
    """

    claim: Candidate
    asked: frozenset[str]
    also: Mapping[str, Sequence[Any]] = field(default_factory=dict, hash=False)
    optional: bool = False


@dataclass(frozen=True)
class Document:
    """An article, and each fact that it states."""

    text: Text
    facts: tuple[Fact, ...]


def read(paths: Sequence[Path]) -> list[Document]:
    """The documents of gold files, in the order of their articles' names.

    Raises `Unreadable` for a file that is not there, `BadText` for an article that is no text, and
    `DataError` with a finding for each line that is no fact or does not slice.
    """
    findings: list[Finding] = []
    texts: dict[Path, Text] = {}
    facts: dict[Path, list[Fact]] = {}
    for path in paths:
        for line, row in rows_of(path, findings):
            article = path.parent / str(row["article"]) if "article" in row else _beside(path)
            if article not in texts:
                texts[article], facts[article] = _text(article), []
            try:
                facts[article].append(_fact(row, texts[article].content))
            except DataError as fault:
                findings.append(Finding(str(path), line, "", "gold", str(fault), fault.hint))
    if findings:
        raise DataError(f"{len(findings)} lines of the gold are at fault", findings=findings)
    return [Document(texts[path], tuple(facts[path])) for path in sorted(texts)]


def rows_of(path: Path, findings: list[Finding]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file of JSON lines with their numbers; what is none is in `findings`."""
    for number, line in enumerate(files.read(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as fault:
            findings.append(Finding(str(path), number, "", "json", f"no JSON: {fault}", HINT))
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            findings.append(Finding(str(path), number, "", "json", "no object of JSON", HINT))


def _beside(gold: Path) -> Path:
    return gold.with_suffix(".txt")


def _text(path: Path) -> Text:
    try:
        content = path.read_bytes()
    except OSError as fault:
        why = f"the article of the gold cannot be read: {fault.strerror}"
        raise Unreadable(str(path), why) from fault
    known = _metadata(path.with_name(METADATA)).get(path.stem, {})
    published = known.get("published", {}).get("edtf")
    return Text(path.stem, decode(content, str(path)), known.get("language", "fr"), published)


def _metadata(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(files.read(path))
    except tomllib.TOMLDecodeError as fault:
        raise DataError(f"{path}: not TOML: {fault}", hint="mend that file") from fault


def _fact(row: dict[str, Any], text: str) -> Fact:
    claim = Candidate.from_json({**UNJUDGED, **row})
    if text[claim.start : claim.end] != claim.quote or not claim.quote:
        raise DataError(
            f"the quote {claim.quote!r} is not what stands from {claim.start} to {claim.end}",
            hint="offsets are code points, the end excluded",
        )
    asked = frozenset(row.keys() & claim.slots.keys())
    return Fact(claim, asked, row.get("also", {}), bool(row.get("optional")))
