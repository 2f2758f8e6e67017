"""The stream that an answer is written into: it counts, keeps the limits, encodes and passes on."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from souverain.errors import TooManyBytes, TooManyRows
from souverain.query.coding import CODERS, Coder, Identity
from souverain.query.counting import COUNTERS
from souverain.query.job import Head, Limits

# So much is held back: what goes wrong until then is an error, and no answer that is cut.
HELD_BYTES = 64 * 1024
# Less is not worth encoding.
ENCODED_BYTES = 1024


class Outlet(Protocol):
    """Where an answer goes: whole if it is small, else its beginning and then the rest."""

    def whole(self, head: Head, data: bytes) -> None:
        """Take all of an answer."""

    def begin(self, head: Head, data: bytes) -> None:
        """Take the first bytes of one."""

    def more(self, data: bytes) -> None:
        """Take further bytes."""

    def end(self) -> None:
        """Know that this was all."""


class Body:
    """The bytes of one answer on their way; raises `TooManyBytes` and `TooManyRows`."""

    def __init__(
        self, head: Head, encodings: tuple[str, ...], limits: Limits, outlet: Outlet
    ) -> None:
        self._head = head
        self._encodings = encodings
        self._limits = limits
        self._outlet = outlet
        self._held = bytearray()
        self._passed_bytes = 0
        self._coder: Coder | None = None
        self._counter = COUNTERS[head.format]() if head.format in COUNTERS else None

    def write(self, data: bytes, /) -> int:
        """Take the bytes; gives how many they were."""
        self._held += data
        if len(self._held) >= HELD_BYTES:
            self._pass_on()
        return len(data)

    def flush(self) -> None:
        """Nothing: what is held back is passed on when there is enough of it."""

    def close(self) -> None:
        """Pass on what is left: the answer is whole."""
        data = self._checked()
        if self._coder:
            self._outlet.more(self._coder.compress(data) + self._coder.flush())
            self._outlet.end()
        else:
            coder = self._start(len(data))
            self._outlet.whole(self._head, coder.compress(data) + coder.flush())

    def _pass_on(self) -> None:
        data = self._checked()
        if self._coder:
            if coded := self._coder.compress(data):
                self._outlet.more(coded)
        else:
            self._coder = self._start(len(data))
            self._outlet.begin(self._head, self._coder.compress(data))

    def _start(self, length_bytes: int) -> Coder:
        if not self._encodings or length_bytes < ENCODED_BYTES:
            return Identity()
        self._head = replace(self._head, encoding=self._encodings[0])
        return CODERS[self._encodings[0]]()

    def _checked(self) -> bytes:
        """What was held, if within the limits; a row has a byte at least: few need no count."""
        data = bytes(self._held)
        self._held.clear()
        first = not self._passed_bytes
        self._passed_bytes += len(data)
        if self._passed_bytes > self._limits.answer_bytes:
            raise TooManyBytes(self._limits.answer_bytes)
        if self._counter and not (first and len(data) <= min(self._limits.rows, HELD_BYTES - 1)):
            self._counter.feed(data)
            if self._counter.rows > self._limits.rows:
                raise TooManyRows(self._limits.rows)
        return data
