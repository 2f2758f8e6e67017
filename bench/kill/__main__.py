"""Kill the processes of a writable server, over and over, and look whether anything was lost.

    python -m bench.kill [--kills 200] [--project-kills 12] [--seed N]

Three clients write to a store without shapes, then to one with the project's, and note what was
acknowledged; a server, its writer, its nursery, a worker, or all of them are killed with SIGKILL at
random moments. Once a server is gone, the store is read from the disk. The exit code is 1 where an
acknowledged write is not there, any write is there by half, a version is not what its record says,
or something was left behind.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from bench.kill import report
from bench.kill.audit import Audit, remains
from bench.kill.clients import write
from bench.kill.ledger import Ledger
from bench.kill.life import live
from bench.kill.stores import PROJECT, STRICT, Kind
from bench.servers import souverain_serve


def main() -> int:
    """Run it, print what came of it, and say whether all was well."""
    parser = argparse.ArgumentParser(prog="python -m bench.kill")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--project-kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}", flush=True)
    chance, begin, is_well = random.Random(chosen.seed), time.monotonic(), True
    for kind, kills in ((STRICT, chosen.kills), (PROJECT, chosen.project_kills)):
        if kills:
            is_well &= _run(kind, kills, random.Random(chance.random()))
    print(f"{time.monotonic() - begin:.0f} s; {'all was well' if is_well else 'all was not well'}")
    return 0 if is_well else 1


def _run(kind: Kind, kills: int, chance: random.Random) -> bool:
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "log").open("wb") as log:
        root, ledger = Path(folder) / "store", Ledger()
        audit = Audit(root)
        token = kind.make(root)
        left = kills
        while left:
            left -= live(kind, root, token, ledger, chance, left, log)
            audit.look(ledger)
        _end(kind, root, token, ledger, log)
        audit.look(ledger)
    print(*report.lines(kind.name, ledger, audit), sep="\n", flush=True)
    told = list(report.complaints(ledger, audit))
    for complaint in told:
        print(f"FAULT: {complaint}", flush=True)
    return not told


def _end(kind: Kind, root: Path, token: str, ledger: Ledger, log: IO[bytes]) -> None:
    """One more write, after which nothing is left of those that were killed."""
    mark, begin = ledger.begin(), time.monotonic()
    with souverain_serve(*kind.serving(root), log=log) as server:
        status, told = write(server, kind, mark, token)
    if status != 200:
        ledger.fault(f"the last write was not taken: {status} {told}")
        return
    ledger.acknowledge(mark, int(str(told["version"])), time.monotonic() - begin)
    if left := remains(root):
        ledger.fault(f"left behind at the end: {left}")


if __name__ == "__main__":
    sys.exit(main())
