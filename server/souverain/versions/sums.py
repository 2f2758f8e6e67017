"""What the data of a version add up to, told by a process of its own (see `digest`, and `data`).

It imports as little as it can: a whole store is verified by as many of these as it has versions.
"""

from __future__ import annotations

import json
import signal
import sys
from typing import IO

from pyoxigraph import RdfFormat, Store

from souverain import canonical
from souverain.patch import checksum, split


def tell(path: str, hash_seconds: int, stream: IO[str]) -> None:
    """Write how many quads a folder has and their sum, as JSON on a line, then their hash.

    The hash is left out where it takes longer than so many seconds.
    """
    store = Store.read_only(path)
    lines = _lines(store)
    stream.write(json.dumps({"quads": len(lines), "checksum": f"{checksum(lines):064x}"}) + "\n")
    stream.flush()
    if hash_seconds:
        # The kernel ends the process: the engine itself cannot be interrupted.
        signal.alarm(hash_seconds)
        stream.write(canonical.digest(store))


def _lines(store: Store) -> list[str]:
    content = store.dump(format=RdfFormat.N_QUADS)
    assert content is not None
    return split(content)


if __name__ == "__main__":
    tell(sys.argv[1], int(sys.argv[2]), sys.stdout)
