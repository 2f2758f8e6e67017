"""What leaves a connection: at once where the client takes it, through a spool where not."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import socket
import struct
import termios

from souverain.http.limits import Limits
from souverain.http.spool import Room, Spool

# How much is taken from the spool at once, and how much is handed on without passing through it.
PIECE_BYTES = 65_536
DIRECT_BYTES = 262_144


class Outlet:
    """Takes bytes as fast as they are given, and tells how fast the client takes them.

    It is lossy where it was closed before the client had taken all of them.
    """

    def __init__(self, transport: asyncio.Transport, room: Room, limits: Limits) -> None:
        self.is_blocked = False
        self.is_lossy = False
        self._transport = transport
        self._socket = transport.get_extra_info("socket")
        self._limits = limits
        self._spool = Spool(room, limits)
        self._is_held = False
        self._emptied: asyncio.Future[None] | None = None
        self._given_bytes = 0
        self._mark = (0.0, 0)
        self._is_marked = False

    def send(self, content: bytes) -> None:
        """Hand over bytes that are in memory anyway, so that spooling them would save nothing."""
        self._given_bytes += len(content)
        self._transport.write(content)

    def write(self, content: bytes) -> None:
        """Hand over bytes, or keep them while the client is slow; raises `OSError` where full."""
        if self.is_blocked or self._is_held or self._spool or len(content) > DIRECT_BYTES:
            self._spool.put(content)
            self._pump()
        else:
            self.send(content)

    def hold(self) -> None:
        """Keep everything that is written, until it is let go."""
        self._is_held = True

    def drop(self) -> None:
        """Forget what was kept."""
        self._is_held = False
        self._spool.close()

    def let_go(self, head: bytes) -> None:
        """Send a head, and after it what was kept."""
        self._is_held = False
        self.send(head)
        self._pump()

    @property
    def kept_bytes(self) -> int:
        """How much waits in the spool."""
        return len(self._spool)

    def block(self) -> None:
        """Note that the client is slow."""
        self.is_blocked = True

    def unblock(self) -> None:
        """Go on: the client has taken what was handed over."""
        self.is_blocked = False
        self._pump()

    async def drained(self) -> None:
        """Wait until the client has taken what was kept."""
        self._pump()
        if self._spool or self.is_blocked:
            self._emptied = asyncio.get_running_loop().create_future()
            await self._emptied

    def is_stalled(self, now: float) -> bool:
        """Whether the client took too little of what is there for it; asked now and then."""
        buffered_bytes = self._transport.get_write_buffer_size()
        if not buffered_bytes:
            self._is_marked = False
            return False
        since, taken_bytes = self._mark
        if self._is_marked and now - since < self._limits.stall_seconds:
            return False
        taken_now_bytes = self._given_bytes - buffered_bytes - self._unacknowledged_bytes()
        least_bytes = self._limits.drain_bytes_per_second * self._limits.stall_seconds
        is_stalled = self._is_marked and taken_now_bytes - taken_bytes < least_bytes
        self._mark, self._is_marked = (now, taken_now_bytes), True
        return is_stalled

    @property
    def is_empty(self) -> bool:
        """Whether everything was handed to the system."""
        return not self._transport.get_write_buffer_size()

    def discard(self) -> None:
        """Let the system forget, at the end, what the client has not taken."""
        with contextlib.suppress(OSError):
            at_once = struct.pack("ii", 1, 0)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)

    def close(self) -> None:
        """Forget what the client will not take."""
        self.is_lossy = self.is_blocked or bool(self._spool)
        self._spool.close()
        if self._emptied and not self._emptied.done():
            self._emptied.cancel()

    def _pump(self) -> None:
        while self._spool and not (self.is_blocked or self._is_held):
            self.send(self._spool.take(PIECE_BYTES))
        if self._emptied and not (self._spool or self.is_blocked or self._emptied.done()):
            self._emptied.set_result(None)

    def _unacknowledged_bytes(self) -> int:
        """How much the system holds: it takes a lot at once, and then nothing for a long time."""
        with contextlib.suppress(OSError):
            answer = fcntl.ioctl(self._socket.fileno(), termios.TIOCOUTQ, struct.pack("i", 0))
            return int(struct.unpack("i", answer)[0])
        return 0
