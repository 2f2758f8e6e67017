"""A worker: a confined process that answers one job after another, and may be lost at any time."""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import threading
import traceback
from typing import NoReturn

from souverain.errors import OutOfMemory, QueryError
from souverain.query import confinement, faults, frames
from souverain.query.answering import answer
from souverain.query.frames import frame, opening
from souverain.query.job import Head, Limits
from souverain.store import Dataset

# Deep nesting is followed on this stack: 200,000 brackets fit.
STACK_BYTES = 512 * 1024 * 1024
# A worker that answered so many jobs, or has grown so much, makes room for a fresh one.
MOST_JOBS = 50_000
MOST_GROWTH_BYTES = 64 * 1024 * 1024
# One value may be as large as memory allows; it goes out in pieces.
PIECE_BYTES = 128 * 1024


def main(connection: socket.socket, dataset: Dataset, limits: Limits, parent: int) -> NoReturn:
    """Be a worker until the server hangs up; `parent` is the process that this one is forked of."""
    try:
        os.setpgid(0, 0)
        confinement.die_with(parent)
        os.nice(confinement.NICE)
        for number in (signal.SIGALRM, signal.SIGXCPU, signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        threading.stack_size(STACK_BYTES)
        thread = threading.Thread(target=_live, args=(connection, dataset, limits))
        thread.start()
        thread.join()
    finally:
        os._exit(0)


def _live(connection: socket.socket, dataset: Dataset, limits: Limits) -> None:
    try:
        connection = confinement.keep_only(connection)
        confinement.limit(confinement.mapped_bytes() + limits.memory_bytes)
        confinement.prove()
    except BaseException:
        connection.sendall(frame(frames.BROKEN, traceback.format_exc().encode()))
        os._exit(1)
    connection.sendall(frame(frames.READY))
    gc.enable()
    _Answering(connection, dataset, limits).run()


class _Answering:
    """Reads jobs and sends what comes of them, as an outlet of answers."""

    def __init__(self, connection: socket.socket, dataset: Dataset, limits: Limits) -> None:
        self._connection = connection
        self._dataset = dataset
        self._limits = limits
        self._jobs = 0
        self._first_bytes = _resident_bytes()
        self._leaving = False

    def run(self) -> None:
        while not self._leaving and (told := self._read()):
            job, seconds = frames.unpacked(told)
            self._jobs += 1
            # One that has worked out a change holds other data than the rest.
            self._leaving = bool(job.change)
            confinement.arm(seconds)
            try:
                answer(self._dataset, job, self._limits, self)
            except QueryError as fault:
                self._finish(frame(frames.FAULT, faults.told(fault)))
            except MemoryError:
                self._leaving = True
                self._finish(
                    frame(frames.FAULT, faults.told(OutOfMemory(self._limits.memory_bytes)))
                )
            except BaseException:
                self._leaving = True
                self._finish(frame(frames.BROKEN, traceback.format_exc().encode("utf-8")))

    def whole(self, head: Head, data: bytes) -> None:
        self._finish(opening(frames.WHOLE, head, data))

    def begin(self, head: Head, data: bytes) -> None:
        self._connection.sendall(opening(frames.BEGINNING, head, data[:PIECE_BYTES]))
        self.more(data[PIECE_BYTES:])

    def more(self, data: bytes) -> None:
        for start in range(0, len(data), PIECE_BYTES):
            self._connection.sendall(frame(frames.MORE, data[start : start + PIECE_BYTES]))

    def end(self) -> None:
        self._finish(frame(frames.END))

    def _finish(self, last: bytes) -> None:
        """Send the last frame of a job, after a word of parting if it is the last job."""
        confinement.disarm()
        grown_bytes = _resident_bytes() - self._first_bytes
        if self._jobs >= MOST_JOBS or grown_bytes > MOST_GROWTH_BYTES:
            self._leaving = True
        self._connection.sendall(frame(frames.LEAVING) + last if self._leaving else last)

    def _read(self) -> bytes:
        """A job, or nothing where the server has hung up."""
        data = self._connection.recv(4096)
        if len(data) < 4:
            data += self._exactly(4 - len(data)) if data else b""
        if not data:
            return b""
        missing = frames.length(data[:4]) + 4 - len(data)
        return data[4:] + self._exactly(missing)

    def _exactly(self, count: int) -> bytes:
        parts = []
        while count:
            part = self._connection.recv(min(count, 1 << 20))
            if not part:
                os._exit(0)
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


def _resident_bytes() -> int:
    """The most memory that this process had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
