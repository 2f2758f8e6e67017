"""Ready answers, in memory: what was evaluated once is sent again without asking anyone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Cache(Generic[T]):
    """Values of a known size, the least recently used of which go when the room is used up.

    A value larger than a sixteenth of the room is not kept: it would push out too many others.
    """

    LARGEST_PART = 16

    def __init__(self, room_bytes: int) -> None:
        self.room_bytes = room_bytes
        self.held_bytes = 0
        self._values: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    @property
    def largest_bytes(self) -> int:
        """How large a value may be to be kept."""
        return self.room_bytes // self.LARGEST_PART

    def get(self, key: Hashable) -> T | None:
        """The value, which is from now on the most recently used."""
        found = self._values.get(key)
        if found is None:
            return None
        self._values.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, value: T, size_bytes: int) -> None:
        """Keep a value, if there may be room for it."""
        if size_bytes > self.largest_bytes:
            return
        if replaced := self._values.pop(key, None):
            self.held_bytes -= replaced[1]
        self._values[key] = value, size_bytes
        self.held_bytes += size_bytes
        while self.held_bytes > self.room_bytes:
            _, (_, freed_bytes) = self._values.popitem(last=False)
            self.held_bytes -= freed_bytes

    def clear(self) -> None:
        """Keep nothing any more."""
        self._values.clear()
        self.held_bytes = 0
