"""What is asked of whoever evaluates queries, and what comes back: the seam to isolated workers."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from souverain.formats import Kind


@dataclass(frozen=True)
class Limits:
    """What one query may have; the time is by the clock, and by the processor as well."""

    seconds: float = 10.0
    memory_bytes: int = 1_073_741_824
    rows: int = 1_000_000
    answer_bytes: int = 268_435_456


class Change(StrEnum):
    """What a write does: to the whole dataset, or to one graph."""

    UPDATE = "update"
    APPLY = "apply"
    REPLACE = "replace"
    MERGE = "merge"
    REMOVE = "remove"
    AMEND = "amend"


@dataclass(frozen=True)
class Job:
    """A query with the format wanted for each kind of answer, by the format's name.

    `base` is what relative IRIs are relative to. An empty format says that no answer of that kind
    would be taken. `encodings` are the content codings that may be used (`gzip`, `zstd`), the best
    first. `seconds`, where given, is less time than the limit. With `graph`, there is no query: the
    answer is that named graph (empty text: the default graph), or with `everything` the whole
    dataset, quads and all. With `asked`, the fields of an `Asked`, it is a document.
    """

    text: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str = ""
    results: str = "json"
    graphs: str = "turtle"
    encodings: tuple[str, ...] = ()
    seconds: float = 0.0
    graph: str | None = None
    everything: bool = False
    substitutions: tuple[tuple[str, str, str | None], ...] = field(default=())
    asked: tuple[str, ...] = ()
    change: str = ""
    payloads: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True)
class Head:
    """What is known of an answer before its first byte.

    `format` is the name of the format it comes in, `encoding` the content coding (empty: none);
    `is_volatile` says that the same query may give another answer over the same data. The last
    three are a document's.
    """

    kind: Kind
    format: str
    encoding: str = ""
    is_volatile: bool = False
    status: int = 200
    media_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class Reply:
    """An answer: its head, the first bytes, and what follows them; `None` where nothing does.

    Where an error is raised by `rest`, the answer is cut: what came before is not all of it. It
    must be read to its end or closed: until then it holds a worker.
    """

    head: Head
    first: bytes
    rest: AsyncGenerator[bytes, None] | None = None


@dataclass
class Gathered:
    """An answer for a thread that waits: its head, and all its bytes in chunks."""

    head: Head
    chunks: Iterable[bytes]


class Runner(Protocol):
    """Whoever answers jobs for the asyncio loop."""

    async def run(self, job: Job, client: str = "") -> Reply:
        """The answer, or its beginning; raises `QueryError` or `Unanswered`."""


class Engine(Protocol):
    """Whoever answers jobs for threads that wait: in this process, or in isolated workers."""

    def answer(self, job: Job, client: str = "") -> Gathered:
        """The answer, whole; raises `QueryError` or `Unanswered`."""
