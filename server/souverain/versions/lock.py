"""Being the only one who writes to a store."""

from __future__ import annotations

import contextlib
import fcntl
import time
from collections.abc import Iterator
from pathlib import Path

from souverain.errors import Busy

_POLL_SECONDS = 0.05


@contextlib.contextmanager
def held(root: Path, seconds: float = 30.0, name: str = "lock") -> Iterator[None]:
    """Hold a lock of the store in a folder; the kernel lets go of it where a process ends.

    Raises `Busy` where another one holds it for longer than that.
    """
    with (root / name).open("a") as stream:
        deadline = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise Busy("another process is writing to the store") from None
                time.sleep(_POLL_SECONDS)
        yield
