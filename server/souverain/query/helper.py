"""The nursery as the server sees it: what it has read, and the workers that it forks."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from souverain.errors import Unanswered
from souverain.query import faults, nursery
from souverain.query.capacity import Capacity
from souverain.query.counts import Counts
from souverain.query.link import Link

LOGGER = logging.getLogger(__name__)
ENVIRONMENT = {
    # Memory is bounded by address space, of which each further arena would take a part.
    "MALLOC_ARENA_MAX": "1",
    # What a look-up frees, the next one takes: to find room among the data each time would cost a
    # tenth of it. Where the C library is not glibc, this says nothing.
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=200",
    # Rust would spend the last second of a worker on finding the names of its functions.
    "RUST_BACKTRACE": "0",
}
SHORTEST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0
MOST_FAILURES = 3


class Loadable(Protocol):
    """Where the data are; small enough to be handed to another process."""

    def load(self) -> Any:
        """The data, with a `dataset` and a `summary()`."""

    def advance(self, loaded: Any, number: int) -> Any:
        """The same, changed to those of a version, or nothing where they must be loaded anew."""


class Keeper(Protocol):
    """Whoever hands out the workers of a helper."""

    counts: Counts

    def free(self, helper: Helper, link: Link) -> None:
        """A worker can be asked."""

    def gone(self, helper: Helper, link: Link) -> None:
        """A worker is of no use any more."""

    def lost(self, helper: Helper) -> None:
        """The helper has ended, and its workers with it; it is to be closed."""

    def closed(self, helper: Helper) -> None:
        """Nothing is left of the helper."""


class Helper:
    """A process that holds the data; `links` are its workers, by the numbers of their processes."""

    def __init__(self, keeper: Keeper, capacity: Capacity) -> None:
        self.links: dict[int, Link] = {}
        self._keeper = keeper
        self._capacity = capacity
        self._asked = 0
        self._failures = 0
        self._is_closed = False
        self._is_draining = False
        self._closing: asyncio.Task[None] | None = None
        self._full: asyncio.Future[None] | None = None
        self._advancing: asyncio.Future[dict[str, Any] | None] | None = None
        self._pause: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._control: socket.socket
        self._process: subprocess.Popen[bytes]

    async def start(self, source: Loadable) -> dict[str, Any]:
        """The summary of the data, once they are read and all workers can be asked.

        Raises what reading the data raises, and `Unanswered` where no worker can be had.
        """
        given = pickle.dumps((source, self._capacity.limits))
        self._launch()
        try:
            summary = _summary(await asyncio.to_thread(self._exchange, given))
            self._control.setblocking(False)
            loop = asyncio.get_running_loop()
            loop.add_reader(self._control, self._hear)
            self._full = loop.create_future()
            self._replenish()
            await self._full
        except BaseException:
            await self.close()
            raise
        return summary

    async def advance(self, number: int) -> dict[str, Any] | None:
        """The summary of a version that all further workers have, or nothing where none will.

        Those that there are now have the data before, and leave once they are free. Raises
        `Unanswered` where the process is lost.
        """
        self._advancing = asyncio.get_running_loop().create_future()
        with contextlib.suppress(OSError):
            self._control.send(nursery.ADVANCE + str(number).encode("ascii"))
        try:
            return await self._advancing
        finally:
            self._advancing = None

    def _on_advanced(self, pid: int, value: int, descriptors: list[int]) -> None:
        with os.fdopen(descriptors[0], "rb") as stream:
            stream.seek(0)
            told = stream.read()
        if told:
            for link in self.links.values():
                link.is_leaving = True
        if self._advancing and not self._advancing.done():
            self._advancing.set_result(dict(pickle.loads(told)) if told else None)

    def drain(self) -> None:
        """Fork no more workers."""
        self._is_draining = True

    async def close(self) -> None:
        """End the process, and its workers with it."""
        if self._closing is None:
            self._closing = asyncio.get_running_loop().create_task(self._end())
        await asyncio.shield(self._closing)

    async def _end(self) -> None:
        self._is_closed = True
        if self._advancing and not self._advancing.done():
            self._advancing.set_exception(Unanswered("the process that held the data was lost"))
        if self._pause:
            self._pause.cancel()
        asyncio.get_running_loop().remove_reader(self._control)
        self._control.close()
        self._process.kill()
        for link in list(self.links.values()):
            link.drop(None)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self._process.wait)
        self._keeper.closed(self)

    def begun(self, link: Link) -> None:
        """Count a worker."""
        self._failures = 0
        self._keeper.counts.workers_started += 1

    def ready(self, link: Link) -> None:
        """Let the keeper have a worker, unless it is its last."""
        if link.is_leaving:
            self._replenish()
        self._keeper.free(self, link)
        if self._full and not self._full.done():
            ready = sum(1 for link in self.links.values() if link.is_ready)
            if ready >= self._capacity.workers:
                self._full.set_result(None)

    def gone(self, link: Link) -> None:
        """Have another worker forked; where they do not even begin, less and less often."""
        del self.links[link.pid]
        self._keeper.gone(self, link)
        if not link.is_ready:
            self._failed()
        self._replenish()

    def _launch(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        # A group of its own keeps Ctrl-C away; a session of its own would keep the priorities of
        # its processes apart from the server's, where the kernel groups them by session.
        with theirs:
            numbers = (str(os.getpid()), str(theirs.fileno()))
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", nursery.__name__, *numbers],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                process_group=0,
                env={**os.environ, **ENVIRONMENT},
            )

    def _exchange(self, given: bytes) -> bytes:
        """Hand over what the process needs, and read what it tells; for a thread."""
        assert self._process.stdin
        assert self._process.stdout
        with self._process.stdout as told:
            with contextlib.suppress(BrokenPipeError), self._process.stdin as stream:
                stream.write(given)
            return told.read()

    def _replenish(self) -> None:
        if self._is_closed or self._is_draining or self._pause:
            return
        staying = sum(1 for link in self.links.values() if not link.is_leaving)
        for _ in range(self._capacity.workers - staying - self._asked):
            with contextlib.suppress(OSError):
                self._control.send(nursery.FORK)
                self._asked += 1

    def _failed(self) -> None:
        self._failures += 1
        if self._failures >= MOST_FAILURES and self._full and not self._full.done():
            self._full.set_exception(Unanswered("no process that evaluates queries can be started"))
        if not self._pause and not self._is_closed:
            seconds = min(SHORTEST_PAUSE_SECONDS * 2**self._failures, LONGEST_PAUSE_SECONDS)
            self._pause = asyncio.get_running_loop().call_later(seconds, self._go_on)

    def _go_on(self) -> None:
        self._pause = None
        self._replenish()

    def _hear(self) -> None:
        """Take the news from the process."""
        while not self._is_closed:
            try:
                news, descriptors, _, _ = socket.recv_fds(
                    self._control, nursery.NEWS.size, 2, socket.MSG_CMSG_CLOEXEC
                )
            except BlockingIOError:
                return
            except OSError:
                news, descriptors = b"", []
            if not news:
                self._is_closed = True
                self._keeper.lost(self)
                return
            kind, pid, value = nursery.NEWS.unpack(news)
            HEARD[kind](self, pid, value, descriptors)

    def _on_started(self, pid: int, value: int, descriptors: list[int]) -> None:
        self._asked -= 1
        number, descriptor = descriptors
        link = self.links[pid] = Link(self, pid, descriptor)
        self._spawn(self._connect(link, socket.socket(fileno=number)))

    async def _connect(self, link: Link, way: socket.socket) -> None:
        way.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.create_unix_connection(lambda: link, sock=way)
        link.attached()

    def _on_ended(self, pid: int, value: int, descriptors: list[int]) -> None:
        if link := self.links.get(pid):
            link.ended(value)

    def _on_failed(self, pid: int, value: int, descriptors: list[int]) -> None:
        LOGGER.error("no worker could be forked: %s", os.strerror(value))
        self._asked -= 1
        self._failed()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


HEARD: dict[int, Callable[[Helper, int, int, list[int]], None]] = {
    nursery.STARTED: Helper._on_started,
    nursery.ENDED: Helper._on_ended,
    nursery.FAILED: Helper._on_failed,
    nursery.ADVANCED: Helper._on_advanced,
}


def _summary(told: bytes) -> dict[str, Any]:
    if not told:
        raise Unanswered("the process that reads the data was lost")
    kind, *parts = pickle.loads(told)
    if kind == "fault":
        raise faults.rebuilt(*parts)
    if kind == "broken":
        raise RuntimeError(f"the data could not be read:\n{parts[0]}")
    (summary,) = parts
    return dict(summary)
