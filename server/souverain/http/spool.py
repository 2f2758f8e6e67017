"""What a client has not taken yet: in memory at first, then in a file that has no name."""

from __future__ import annotations

import errno
import os
from tempfile import TemporaryFile
from typing import IO

from souverain.http.limits import Limits


class Room:
    """How much is still free for all connections together."""

    def __init__(self, limits: Limits) -> None:
        self.memory_bytes = limits.all_memory_bytes
        self.spool_bytes = limits.all_spool_bytes
        self.body_bytes = limits.all_body_bytes


class Spool:
    """A queue of bytes; putting raises `OSError` where it, or the disk, is full."""

    def __init__(self, room: Room, limits: Limits) -> None:
        self._room = room
        self._limits = limits
        self._memory = bytearray()
        self._file: IO[bytes] | None = None
        self._read_bytes = 0
        self._written_bytes = 0

    def __len__(self) -> int:
        return len(self._memory) + self._written_bytes - self._read_bytes

    def put(self, content: bytes) -> None:
        """Add to the end."""
        size = len(content)
        held = len(self._memory) + size
        if self._file or held > self._limits.memory_bytes or size > self._room.memory_bytes:
            self._write(content)
        else:
            self._memory += content
            self._room.memory_bytes -= size

    def take(self, most_bytes: int) -> bytes:
        """What is first, and no more than so much."""
        if not self._memory:
            return self._read(most_bytes)
        taken = bytes(self._memory[:most_bytes])
        del self._memory[:most_bytes]
        self._room.memory_bytes += len(taken)
        return taken

    def close(self) -> None:
        """Forget everything, and give the room back."""
        self._room.memory_bytes += len(self._memory)
        self._memory.clear()
        if self._file:
            self._file.close()
            self._file = None
        # What was read already still took its place on the disk.
        self._room.spool_bytes += self._written_bytes
        self._read_bytes = self._written_bytes = 0

    def _write(self, content: bytes) -> None:
        size = len(content)
        if self._written_bytes + size > self._limits.spool_bytes or size > self._room.spool_bytes:
            raise OSError(errno.ENOSPC, "more waits for slow readers than may")
        if self._file is None:
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115
        left = memoryview(content)
        while left:
            done = os.pwrite(self._file.fileno(), left, self._written_bytes)
            self._written_bytes += done
            self._room.spool_bytes -= done
            left = left[done:]

    def _read(self, most_bytes: int) -> bytes:
        if self._file is None:
            return b""
        most_bytes = min(most_bytes, self._written_bytes - self._read_bytes)
        taken = os.pread(self._file.fileno(), most_bytes, self._read_bytes)
        self._read_bytes += len(taken)
        if self._read_bytes == self._written_bytes:
            self.close()
        return taken
