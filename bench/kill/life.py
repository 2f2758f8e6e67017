"""One life of a server: it is started, written to, and its processes are killed until it goes."""

from __future__ import annotations

import random
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bench.kill import killer
from bench.kill.clients import Client, Reader, Writer
from bench.kill.ledger import Ledger
from bench.kill.stores import Kind
from bench.servers import Server, souverain_serve

WRITERS = 3
READERS = 1
# So long is waited for a kill, as a part of the time that a write takes.
MOST_WRITES = 1.3


def live(
    kind: Kind,
    root: Path,
    token: str,
    ledger: Ledger,
    chance: random.Random,
    kills: int,
    log: IO[bytes],
) -> int:
    """How many were killed until the server went, or that many were."""
    begin, killed = time.monotonic(), 0
    with souverain_serve(*kind.serving(root), log=log, apart=True) as server:
        ledger.open_seconds.append(time.monotonic() - begin)
        with _clients(server, kind, ledger, token):
            while killed < kills:
                time.sleep(chance.uniform(0, MOST_WRITES) * _write_seconds(kind, ledger))
                (what,) = chance.choices(list(killer.WEIGHTS), list(killer.WEIGHTS.values()))
                if not killer.kill(what, server.pid, chance):
                    continue
                ledger.killed[what] += 1
                killed += 1
                if what in killer.ENDING:
                    break
    return killed


@contextmanager
def _clients(server: Server, kind: Kind, ledger: Ledger, token: str) -> Iterator[None]:
    done = threading.Event()
    clients: list[Client] = [Writer(server, kind, ledger, done, token) for _ in range(WRITERS)]
    clients += [Reader(server, kind, ledger, done) for _ in range(READERS)]
    for client in clients:
        client.start()
    try:
        yield
    finally:
        done.set()
        for client in clients:
            client.join()


def _write_seconds(kind: Kind, ledger: Ledger) -> float:
    latest = ledger.write_seconds[-20:]
    return statistics.median(latest) if latest else kind.write_seconds
