"""What the data of a version add up to: how much there is, and by what it is known again."""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from souverain.errors import CorruptStore, Unanswered

# Named and not imported: it is a program that reads a RocksDB folder.
SUMS = "souverain.versions.sums"
# Blank nodes that are all alike take RDFC-1.0 longer than anyone would wait (its section 7.1).
HASH_SECONDS = 60


@dataclass(frozen=True)
class Digest:
    """How many quads there are, the sum over them as in a record, and the hash of the dataset.

    The hash is the SHA-256 of the canonical N-Quads (RDFC-1.0), the same on every machine; it is
    empty where naming the blank nodes takes too long.
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
    """What the RocksDB folder of a version adds up to; raises `CorruptStore`, and `Unanswered`."""
    return _asked(path, HASH_SECONDS)


def counted(path: Path) -> Digest:
    """The same without the hash, which takes the most time."""
    return _asked(path, 0)


def _asked(path: Path, hash_seconds: int) -> Digest:
    command = [sys.executable, "-P", "-m", SUMS, str(path), str(hash_seconds)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    sums, _, hashed = done.stdout.decode("ascii").partition("\n")
    if done.returncode < 0 and done.returncode != -signal.SIGALRM:
        raise Unanswered("the process that reads the data was killed")
    if not sums or done.returncode > 0:
        told = done.stderr.decode("utf-8", "replace").strip()
        raise CorruptStore(str(path), told.rpartition("\n")[2] or "the data cannot be read")
    return Digest(**json.loads(sums), hash=hashed)
