"""The process that makes one change the next version: a fresh one, which is never forked.

RocksDB's threads do not come along with a fork, and a process that was killed must leave nothing
half done to another: so each commit has a process of its own. It is started ahead, and waits on its
standard input for what to do; then it tells on its standard output what came of it, both in JSON.
"""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from souverain import files
from souverain.commit.committing import commit
from souverain.commit.outcome import Stamp
from souverain.errors import Conflict, SouverainError, Unsound
from souverain.patch import Patch
from souverain.query import confinement
from souverain.versions import folder


def main() -> None:
    """Do what is asked, once."""
    confinement.die_with(int(sys.argv[1]))
    if sys.argv[2] != "none":
        importlib.import_module("souverain.commit.soundness")
    given = sys.stdin.buffer.read()
    if given:
        sys.stdout.write(json.dumps(answer(json.loads(given)), ensure_ascii=False))
        sys.stdout.flush()


def answer(told: dict[str, Any]) -> dict[str, Any]:
    """What came of a request: a commit and a patch, or what is wrong."""
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
    except SouverainError as fault:
        return {"fault": str(fault), "hint": fault.hint}
    except OSError as fault:
        return {"fault": f"the disk would not take it: {fault.strerror or fault}", "hint": ""}
    made = outcome.commit
    return {"commit": asdict(made) if made else None, "patch": outcome.patch.text()}


if __name__ == "__main__":
    main()
