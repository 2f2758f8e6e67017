"""What goes between the server and a worker: frames with a kind and a length.

A worker is not trusted: what it sends is read as JSON and bytes, and anything else is a fault. It
trusts the server, which hands it jobs in Python's own form.
"""

from __future__ import annotations

import json
import marshal
import struct
from collections.abc import Iterator
from dataclasses import astuple, fields
from functools import lru_cache

from souverain.formats import Kind
from souverain.query.job import Head, Job

READY, LEAVING, WHOLE, BEGINNING, MORE, END, FAULT, BROKEN = range(8)
LARGEST_BYTES = 1024 * 1024

_FRAME = struct.Struct("!BI")
_HEAD = struct.Struct("!H")
_JOB = struct.Struct("!I")
_NAMES = tuple(row.name for row in fields(Job))


class Malformed(Exception):
    """Bytes that no worker of ours sends."""


def frame(sort: int, payload: bytes = b"") -> bytes:
    """A frame of that kind."""
    return _FRAME.pack(sort, len(payload)) + payload


def opening(sort: int, head: Head, data: bytes) -> bytes:
    """A frame that holds a head and the first bytes, or all of them."""
    told = _told(head)
    length = _HEAD.size + len(told) + len(data)
    return b"".join((_FRAME.pack(sort, length), _HEAD.pack(len(told)), told, data))


def opened(payload: bytes) -> tuple[Head, bytes]:
    """The head and the bytes of such a frame."""
    start = _HEAD.size + _HEAD.unpack_from(payload)[0]
    return _head(payload[_HEAD.size : start]), payload[start:]


@lru_cache(maxsize=256)
def _told(head: Head) -> bytes:
    return json.dumps([head.kind.value, *astuple(head)[1:]]).encode()


@lru_cache(maxsize=256)
def _head(told: bytes) -> Head:
    kind, format, encoding, is_volatile, status, media_type, headers = json.loads(told)
    return Head(
        Kind(kind),
        str(format),
        str(encoding),
        bool(is_volatile),
        int(status),
        str(media_type),
        tuple((str(name), str(value)) for name, value in headers),
    )


class Reader:
    """Takes bytes as they come and gives the frames that are whole."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """Each kind and payload; raises `Malformed`."""
        if self._rest:
            data = self._rest + data
            self._rest = b""
        start, size = 0, len(data)
        while size - start >= _FRAME.size:
            sort, length = _FRAME.unpack_from(data, start)
            if length > LARGEST_BYTES:
                raise Malformed
            end = start + _FRAME.size + length
            if end > size:
                break
            yield sort, data[start + _FRAME.size : end]
            start = end
        self._rest = data[start:]


def packed(job: Job, seconds: float) -> bytes:
    """A job for a worker, with the time that is left for it."""
    told = marshal.dumps((seconds, *[getattr(job, name) for name in _NAMES]))
    return _JOB.pack(len(told)) + told


def length(start: bytes) -> int:
    """How many bytes follow the first four of a job."""
    return int(_JOB.unpack(start)[0])


def unpacked(told: bytes) -> tuple[Job, float]:
    """The job and the time for it."""
    seconds, *values = marshal.loads(told)
    return Job(*values), seconds
