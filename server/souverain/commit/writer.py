"""The process that makes one change the next version: a fresh one, which is never forked.

RocksDB's threads do not come along with a fork, and a process that was killed must leave nothing
half done to another: so each commit has a process of its own. It is started ahead, and waits on its
standard input for what to do; then it tells on its standard output what came of it, both in JSON.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from souverain import files
from souverain.commit.committing import commit
from souverain.commit.outcome import OPERATOR, Stamp
from souverain.errors import Conflict, CorruptStore, SouverainError, Unsound
from souverain.patch import Patch
from souverain.query import confinement
from souverain.versions import folder, wholeness

NOTHING = "nothing was changed"
# RocksDB tells no number of an error, but the words of the system.
FULL = tuple(os.strerror(number) for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
NO_ROOM = (
    f"{NOTHING}: there is no room left on the disk",
    "send the change again once there is",
)
UNWRITABLE = (f"{NOTHING}: the disk would not take it", OPERATOR)
DAMAGED = (f"{NOTHING}: the store is damaged", OPERATOR)


def main() -> None:
    """Do what is asked, once."""
    confinement.die_with(int(sys.argv[1]))
    os.nice(confinement.NICE)
    if sys.argv[2] != "none":
        soundness = importlib.import_module("souverain.commit.soundness")
        soundness.prepare(files.find(sys.argv[3]))
    given = sys.stdin.buffer.read()
    if given:
        sys.stdout.write(json.dumps(answer(json.loads(given)), ensure_ascii=False))
        sys.stdout.flush()


def answer(told: dict[str, Any]) -> dict[str, Any]:
    """What came of a request: a commit and a patch, or what is wrong.

    `fault` is for whoever asked, and names no place of the machine; `complaint` is for the log.
    """
    try:
        outcome = commit(
            folder.open(Path(told["store"])),
            Patch.parse(told["patch"]),
            Stamp(told["author"], told["message"]),
            files.find(told["project"]),
            parent=told["parent"],
            dry_run=told["dry_run"],
            keep=told["keep"],
        )
    except Conflict as fault:
        return {"conflict": str(fault)}
    except Unsound as fault:
        return {"findings": [asdict(finding) for finding in fault.findings]}
    except CorruptStore as fault:
        return _failed(*DAMAGED, _complaint(fault, Path(told["store"])))
    except SouverainError as fault:
        return _failed(str(fault), fault.hint, "")
    except OSError as fault:
        is_full = any(reason in str(fault) for reason in FULL)
        return _failed(*(NO_ROOM if is_full else UNWRITABLE), str(fault))
    made = outcome.commit
    return {"commit": asdict(made) if made else None, "patch": outcome.patch.text()}


def _complaint(fault: CorruptStore, store: Path) -> str:
    """What is damaged, and what to do, such as which version to go back to."""
    with contextlib.suppress(SouverainError):
        fault = wholeness.advised(fault, folder.open(store))
    return f"{fault}: {fault.hint}"


def _failed(fault: str, hint: str, complaint: str) -> dict[str, Any]:
    return {"fault": fault, "hint": hint, "complaint": complaint}


if __name__ == "__main__":
    main()
