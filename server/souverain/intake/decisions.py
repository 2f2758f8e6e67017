"""The log of decisions on drafts: who decided what, when and why. It is only ever added to.

Each line of `drafts/<article>.log.jsonl` is one decision, as JSON; its number is its line. What
holds follows from the lines in their order: of two decisions on one draft the later one holds, and
one that takes back another names its number.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from souverain.errors import DataError, Finding, Unwritten, UsageError
from souverain.files import Project

ACCEPTED, EDITED, ADDED = "accepted", "edited", "added"
REJECTED, NO_FACT, EVIDENCE = "rejected", "no-fact", "evidence"
PUBLISHED, UNDONE = "published", "undone"
# Verdicts that make a claim of a draft, and those that need a reason.
CLAIMING = frozenset({ACCEPTED, EDITED, ADDED, EVIDENCE})
REASONED = frozenset({REJECTED, NO_FACT})
VERDICTS = CLAIMING | REASONED | {PUBLISHED, UNDONE}
# What the rule of a draft is called that no rule made.
BY_HAND = "by hand"


@dataclass(frozen=True)
class Decision:
    """One decision: on which item, what, by whom, when, and why.

    `candidate` is the draft as accepted, where it was edited or added; `edited` are the slots that
    changed; `kinds` the classes of new entities by their names; `claims` the IRIs of the claims
    published, or of the claim that gets the evidence; `undoes` the number of the decision taken
    back. `number` is its line, 0 where it has none yet.
    """

    item: str
    verdict: str
    by: str
    at: str
    reason: str = ""
    rule: str = ""
    candidate: Mapping[str, Any] | None = field(default=None, hash=False)
    edited: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict, hash=False)
    claims: tuple[str, ...] = ()
    undoes: int = 0
    number: int = 0

    def to_json(self) -> dict[str, Any]:
        """The line of the log, without what is empty."""
        return {name: value for name, value in asdict(self).items() if value and name != "number"}


def path(project: Project, slug: str) -> Path:
    """The log of an article."""
    return project.root / "drafts" / f"{slug}.log.jsonl"


def read(project: Project, slug: str) -> tuple[Decision, ...]:
    """The decisions on an article's drafts, in order; none where there is no log.

    A last line that a machine stopped in the middle of is none. Raises `DataError` with the line
    of one that is no decision.
    """
    file = path(project, slug)
    if not file.is_file():
        return ()
    *lines, rest = project.read(file).split("\n")
    found = [_decision(project.name(file), number, line) for number, line in _numbered(lines)]
    if rest.strip().endswith("}"):
        found.append(_decision(project.name(file), len(lines) + 1, rest))
    return tuple(found)


def append(project: Project, slug: str, decisions: Iterable[Decision]) -> None:
    """Add decisions at the end of the log; they are on the disk when this returns.

    Raises `Unwritten` where they cannot be kept, and `UsageError` for a verdict without its reason.
    """
    rows = list(decisions)
    for row in rows:
        _demand_whole(row)
    file = path(project, slug)
    text = "".join(f"{json.dumps(row.to_json(), ensure_ascii=False)}\n" for row in rows)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a+b") as stream:
            _mend_end(stream.fileno())
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as fault:
        raise Unwritten(project.name(file), fault.strerror) from fault


def standing(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that holds for each item: the last one on it that nobody took back."""
    return {row.item: row for row in _held(decisions) if row.verdict != PUBLISHED}


def published(decisions: Iterable[Decision]) -> dict[str, tuple[str, ...]]:
    """The IRIs of the claims that each published item became."""
    return {row.item: row.claims for row in _held(decisions) if row.verdict == PUBLISHED}


def last(decisions: Iterable[Decision]) -> Decision | None:
    """The last decision that can be taken back: what is published cannot."""
    rows = list(decisions)
    done = published(rows)
    held = [row for row in _held(rows) if row.verdict != PUBLISHED and row.item not in done]
    return held[-1] if held else None


def demand_author(by: str) -> None:
    """Raise `UsageError` unless somebody is named who decides."""
    if not by.strip():
        raise UsageError(
            "nobody is named who decides", hint="say who, with --by or SOUVERAIN_REVIEWER"
        )


def _held(decisions: Iterable[Decision]) -> list[Decision]:
    rows = list(decisions)
    gone = {row.undoes for row in rows if row.verdict == UNDONE}
    return [row for row in rows if row.verdict != UNDONE and row.number not in gone]


def _numbered(lines: list[str]) -> Iterable[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _decision(name: str, number: int, line: str) -> Decision:
    try:
        row = json.loads(line)
        several = {key: tuple(row[key]) for key in ("edited", "claims") if key in row}
        found = replace(Decision(**{**row, **several}), number=number)
        _demand_whole(found)
    except (ValueError, TypeError, UsageError) as fault:
        message, hint = f"no decision: {fault}", "restore the line from a backup; no line is edited"
        finding = Finding(name, number, "", "decision", message, hint)
        raise DataError(f"{name}:{number}: {message}", hint=hint, findings=[finding]) from fault
    return found


def _demand_whole(row: Decision) -> None:
    if row.verdict not in VERDICTS:
        raise UsageError(
            f"{row.verdict!r} is no verdict", hint=f"known: {', '.join(sorted(VERDICTS))}"
        )
    demand_author(row.by)
    if row.verdict in REASONED and not row.reason.strip():
        raise UsageError(f"{row.item} is {row.verdict} without a reason", hint="say why")


def _mend_end(descriptor: int) -> None:
    """End a last line that was cut, so that what follows stands on a line of its own."""
    size = os.fstat(descriptor).st_size
    if size and os.pread(descriptor, 1, size - 1) != b"\n":
        os.write(descriptor, b"\n")
