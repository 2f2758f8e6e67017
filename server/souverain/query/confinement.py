"""What a worker may not do: the limits that the kernel keeps, and the proof that it keeps them."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
import socket
import time

PAGE_BYTES = resource.getpagesize()
PR_SET_PDEATHSIG = 1
# Standard input, output and error, which lead nowhere, and the socket to the server.
DESCRIPTORS = 4
NICE = 5

_libc = ctypes.CDLL(None, use_errno=True)


class Unconfined(Exception):
    """A process that can do what it must not be able to do."""


def die_with(parent: int) -> None:
    """Let the kernel kill this process when the one that started it ends."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


def keep_only(connection: socket.socket) -> socket.socket:
    """The same socket as the only open descriptor beside three that lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    held = os.dup(connection.detach())
    for number in range(DESCRIPTORS - 1):
        os.dup2(nowhere, number)
    os.dup2(held, DESCRIPTORS - 1)
    os.closerange(DESCRIPTORS, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    return socket.socket(fileno=DESCRIPTORS - 1)


def mapped_bytes() -> int:
    """How much address space this process has."""
    with open("/proc/self/statm", "rb") as stream:
        return int(stream.read().split()[0]) * PAGE_BYTES


def limit(address_bytes: int, descriptors: int = DESCRIPTORS) -> None:
    """Set what no later call may raise: memory, files, core dumps, what a file may hold."""
    for kind, most in {
        resource.RLIMIT_AS: address_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: descriptors,
    }.items():
        resource.setrlimit(kind, (most, most))


def prove() -> None:
    """Raise `Unconfined` where a socket or a file can be opened."""
    try:
        socket.socket().close()
    except OSError:
        pass
    else:
        raise Unconfined("a worker could open a socket")
    try:
        os.close(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        return
    raise Unconfined("a worker could open a file")


def arm(seconds: float) -> None:
    """Let the kernel end this process after so much time, by the clock and by the processor.

    Nothing in the process has a say in it: the signals keep what they do by default.
    """
    used_up = math.ceil(time.process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used_up, resource.RLIM_INFINITY))
    signal.setitimer(signal.ITIMER_REAL, seconds)


def disarm() -> None:
    """Stop the clock."""
    signal.setitimer(signal.ITIMER_REAL, 0)
