"""What became of each source: a line of JSON in `drafts/journal.jsonl`, written as it happens.

It is only ever appended to, each line to the disk itself. A line that a crash cut off is passed
over. Nothing stands or falls with it: what was kept and drafted is told by the files. It spares
fetching the entries of a feed again, and says afterwards why an article is not there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from io import BufferedRandom
from pathlib import Path

from souverain.errors import ReadOnlyProject, Unwritten
from souverain.files import Project

FILE = Path("drafts") / "journal.jsonl"
DRAFTED, KNOWN, NEAR, FAILED = "drafted", "known", "near", "failed"
# What need not be looked at again.
SETTLED = (DRAFTED, KNOWN)


@dataclass(frozen=True)
class Outcome:
    """What became of one source: its article, how much was drafted, or why nothing was."""

    source: str
    outcome: str
    article: str = ""
    sha256: str = ""
    drafts: int = 0
    flagged: int = 0
    why: str = ""


class Journal:
    """The journal of a project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._path = project.root / FILE

    def outcomes(self) -> Iterator[Outcome]:
        """Every line that is whole, in the order in which they were written."""
        if not self._path.is_file():
            return
        for line in self._path.read_text("utf-8", errors="replace").splitlines():
            try:
                yield Outcome(**json.loads(line))
            except (json.JSONDecodeError, TypeError):
                continue

    def settled(self) -> frozenset[str]:
        """The sources that need not be looked at again."""
        return frozenset(row.source for row in self.outcomes() if row.outcome in SETTLED)

    def write(self, outcome: Outcome) -> None:
        """Append a line; raises `ReadOnlyProject`, and `Unwritten` where the disk is full."""
        if not self._project.writable:
            raise ReadOnlyProject
        row = {key: value for key, value in asdict(outcome).items() if value}
        line = json.dumps(row, ensure_ascii=False)
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("ab+") as stream:
                stream.write(f"{_break(stream)}{line}\n".encode())
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as fault:
            raise Unwritten(self._project.name(self._path), fault.strerror) from fault


def _break(stream: BufferedRandom) -> str:
    """A line's end, where a crash left the last line without one."""
    if stream.seek(0, os.SEEK_END) == 0:
        return ""
    stream.seek(-1, os.SEEK_END)
    return "" if stream.read(1) == b"\n" else "\n"
