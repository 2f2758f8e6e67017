"""What the data of a version add up to, worked out by a process of its own (see `data`)."""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Store

from souverain.errors import CorruptStore
from souverain.patch import checksum, split
from souverain.versions import data

# Blank nodes that are all alike take RDFC-1.0 longer than anyone would wait (its section 7.1).
HASH_SECONDS = 60


@dataclass(frozen=True)
class Digest:
    """How many quads there are, the sum over them as in a record, and the hash of the dataset.

    The hash is the SHA-256 of the canonical N-Quads (RDFC-1.0, section 4.2), the same on every
    machine; it is empty where naming the blank nodes takes too long.
    """

    quads: int
    checksum: str
    hash: str

    def agrees(self, other: Digest) -> bool:
        """Whether two tell of the same quads, so far as either knows."""
        hashes = {self.hash, other.hash} - {""}
        return (self.quads, self.checksum) == (other.quads, other.checksum) and len(hashes) < 2


EMPTY = Digest(0, f"{0:064x}", hashlib.sha256(b"").hexdigest())


def of(path: Path) -> Digest:
    """What the RocksDB folder of a version adds up to; raises `CorruptStore`."""
    return _asked(path, str(HASH_SECONDS))


def counted(path: Path) -> Digest:
    """The same without the hash, which takes the most time."""
    return _asked(path, "0")


def _asked(path: Path, seconds: str) -> Digest:
    command = [sys.executable, "-P", "-m", __name__, str(path), seconds]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    sums, _, hashed = done.stdout.decode("ascii").partition("\n")
    if not sums or done.returncode not in (0, -signal.SIGALRM):
        told = done.stderr.decode("utf-8", "replace").strip()
        raise CorruptStore(str(path), told.rpartition("\n")[2] or "the data cannot be read")
    return Digest(**json.loads(sums), hash=hashed)


def canonical_hash(store: Store, lines: list[str]) -> str:
    """The hash of a dataset, of which the lines are given too.

    Without blank nodes the lines are canonical but for their order.
    """
    if any("_:" in line for line in lines):
        quads = Dataset(store)
        quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        lines = split(str(quads).encode("utf-8"))
    return hashlib.sha256(
        "".join(f"{line}\n" for line in sorted(lines)).encode("utf-8")
    ).hexdigest()


def tell(path: str, hash_seconds: int, stream: IO[str]) -> None:
    """Write what a folder adds up to: as JSON on a line, then the hash, if it comes in time."""
    store = Store.read_only(path)
    lines = data.lines(store)
    sums = {"quads": len(lines), "checksum": f"{checksum(lines):064x}"}
    stream.write(f"{json.dumps(sums)}\n")
    stream.flush()
    if hash_seconds:
        # The kernel ends the process: the engine itself cannot be interrupted.
        signal.alarm(hash_seconds)
        stream.write(canonical_hash(store, lines))


if __name__ == "__main__":
    tell(sys.argv[1], int(sys.argv[2]), sys.stdout)
