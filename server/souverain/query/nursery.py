"""The process that reads the data and forks the workers: one thread, and it evaluates for no one.

The server starts it with the number of a descriptor, the control channel, and a pickled source on
its standard input; it tells on its standard output what it has read. Then each `FORK` on the
control channel makes a worker, of which the server gets the socket and a descriptor of the process;
when a worker ends, the server is told how. `ADVANCE` and the number of a version change the data to
those of that version, for the workers that are forked from then on. When the server goes, so do the
workers.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
import socket
import struct
import sys
import traceback
from typing import Any

from souverain.errors import SouverainError
from souverain.query import confinement, worker
from souverain.query.job import Limits
from souverain.query.warmth import warm

FORK, ADVANCE = b"f", b"a"
STARTED, ENDED, FAILED, ADVANCED = range(4)
# A message on the control channel: what is to be done, and to which version.
LONGEST_MESSAGE = 16
NEWS = struct.Struct("!BIi")


def main() -> None:
    """Read the data, say what they are, and fork workers until the server goes."""
    parent, number = map(int, sys.argv[1:])
    confinement.die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, limits = pickle.load(sys.stdin.buffer)
    loaded, told = _load(source)
    sys.stdout.buffer.write(pickle.dumps(told))
    sys.stdout.buffer.flush()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    if loaded is not None:
        gc.collect()
        gc.freeze()
        Nursery(socket.socket(fileno=number), source, loaded, limits).run()


def _load(source: Any) -> tuple[Any, tuple[Any, ...]]:
    """What was loaded, and its summary for the server; or nothing, and the parts of an error.

    The server trusts this process, which has seen no query: they talk in pickles.
    """
    try:
        loaded = source.load()
        warm(loaded.dataset)
        return loaded, ("loaded", loaded.summary())
    except SouverainError as fault:
        return None, ("fault", type(fault), str(fault), vars(fault))
    except Exception:
        return None, ("broken", traceback.format_exc())


class Nursery:
    """Forks workers and looks after them."""

    def __init__(self, control: socket.socket, source: Any, loaded: Any, limits: Limits) -> None:
        self._control = control
        self._source = source
        self._loaded = loaded
        self._limits = limits
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)
        # By the descriptor of the process, which is readable once it has ended.
        self._children: dict[int, int] = {}

    def run(self) -> None:
        """Do what the server asks, until it goes."""
        try:
            while self._step():
                pass
        except OSError:
            # The server is gone while it was told something.
            pass
        for descriptor in self._children:
            signal.pidfd_send_signal(descriptor, signal.SIGKILL)

    def _step(self) -> bool:
        for descriptor, _ in self._poll.poll():
            if descriptor != self._control.fileno():
                self._bury(descriptor)
                continue
            asked = self._control.recv(LONGEST_MESSAGE)
            if asked == FORK:
                self._fork()
            elif asked.startswith(ADVANCE):
                self._advance(int(asked[1:]))
            else:
                return False
        return True

    def _advance(self, number: int) -> None:
        """Go on to a version, and tell its summary in a file: none, where all must be read anew.

        What fails on the way ends this process: nobody may be given data that are half changed.
        """
        loaded = self._source.advance(self._loaded, number)
        file = os.memfd_create("summary")
        if loaded is not None:
            self._loaded = loaded
            with os.fdopen(os.dup(file), "wb") as stream:
                pickle.dump(loaded.summary(), stream)
        socket.send_fds(self._control, [NEWS.pack(ADVANCED, 0, number)], [file])
        os.close(file)

    def _fork(self) -> None:
        parent = os.getpid()
        try:
            theirs, ours = socket.socketpair()
            child = os.fork()
        except OSError as fault:
            self._control.send(NEWS.pack(FAILED, 0, fault.errno or 0))
            return
        if not child:
            worker.main(ours, self._loaded.dataset, self._limits, parent)
        # Nobody else waits for it, so that the number is its own until `_bury`.
        descriptor = os.pidfd_open(child)
        self._children[descriptor] = child
        self._poll.register(descriptor, select.POLLIN)
        ours.close()
        news = NEWS.pack(STARTED, child, 0)
        socket.send_fds(self._control, [news], [theirs.fileno(), descriptor])
        theirs.close()

    def _bury(self, descriptor: int) -> None:
        child = self._children.pop(descriptor)
        self._poll.unregister(descriptor)
        os.close(descriptor)
        _, status = os.waitpid(child, 0)
        self._control.send(NEWS.pack(ENDED, child, status))


if __name__ == "__main__":
    main()
