"""Kills processes of the server at random: its workers, and now and then their parent."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import threading
from collections import Counter

from bench.processes import children

WORKER, HELPER = "worker", "helper"
PAUSE_SECONDS = (0.2, 1.2)
# So many workers to one parent.
WORKERS_A_HELPER = 10


class Killer(threading.Thread):
    """Kills until it is told that it is done; `killed` counts what was killed, by kind."""

    def __init__(
        self, pid: int, killed: Counter[str], chance: random.Random, done: threading.Event
    ) -> None:
        super().__init__()
        self._pid = pid
        self._killed = killed
        self._chance = chance
        self._done = done

    def run(self) -> None:
        """Kill one process after the other."""
        while not self._done.wait(self._chance.uniform(*PAUSE_SECONDS)):
            helpers = children(self._pid)
            if self._killed[WORKER] >= WORKERS_A_HELPER * (self._killed[HELPER] + 1):
                self._kill(HELPER, helpers)
            else:
                self._kill(WORKER, [pid for helper in helpers for pid in children(helper)])

    def _kill(self, kind: str, pids: list[int]) -> None:
        if not pids:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._chance.choice(pids), signal.SIGKILL)
            self._killed[kind] += 1
