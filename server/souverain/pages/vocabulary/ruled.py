"""The rules of the derived layer, with the words at the head of their files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORDS = re.compile(r"# (en|fr): (.*)")
_AFTER = re.compile(r"# after: *(.*)")


@dataclass(frozen=True)
class Rule:
    """A rule: what it concludes, by language; the rules it stands on; its remarks; its query."""

    name: str
    words: Mapping[str, str]
    after: tuple[str, ...]
    remarks: str
    query: str


def rule(name: str, text: str) -> Rule:
    """A rule from the text of its file: lines of comment, then a query."""
    lines = text.splitlines()
    size = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head = lines[:size]
    words = {found[1]: found[2] for line in head if (found := _WORDS.fullmatch(line))}
    after = [found[1] for line in head if (found := _AFTER.fullmatch(line))]
    remarks = [
        line.removeprefix("#").strip()
        for line in head
        if not (_WORDS.fullmatch(line) or _AFTER.fullmatch(line))
    ]
    return Rule(
        name=name,
        words=words,
        after=tuple(part for line in after for part in re.split(r"[ ,]+", line.strip()) if part),
        remarks=" ".join(filter(None, remarks)),
        query="\n".join(lines[size:]).strip("\n"),
    )
