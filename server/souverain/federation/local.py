"""Asking this data, through the workers, on behalf of a query with SERVICE."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from souverain.errors import OutOfTime, TooManyBytes, Unofferable
from souverain.federation import values
from souverain.federation.values import Row
from souverain.formats import Kind
from souverain.query.job import Job, Reply, Runner

# No worker has less time than this.
LEAST_SECONDS = 0.05


@dataclass(frozen=True)
class Local:
    """The job of a query, who asks it, and until when there is time, by the monotonic clock."""

    runner: Runner
    job: Job
    client: str
    seconds: float
    deadline: float
    most_bytes: int

    async def run(self, **changed: object) -> Reply:
        """The answer to the job with other fields, in the time that is left."""
        left_seconds = max(self.deadline - time.monotonic(), LEAST_SECONDS)
        job = replace(self.job, seconds=left_seconds, **changed)  # type: ignore[arg-type]
        try:
            return await self.runner.run(job, self.client)
        except OutOfTime:
            raise OutOfTime(self.seconds) from None

    async def parse(self, text: str) -> None:
        """Have a query parsed; raises `QueryError` for what is none, or is of no wanted kind."""
        try:
            # No format is wanted: the worker says what kind of answer it would be.
            await self.run(text=text, results="", graphs="")
        except Unofferable as found:
            if not (self.job.graphs if Kind(found.kind) is Kind.GRAPH else self.job.results):
                raise

    async def rows(self, text: str, columns: Sequence[str]) -> list[Row]:
        """The solutions of a query, in the order of the columns; raises `QueryError`."""
        reply = await self.run(text=text, results="json", graphs="turtle", encodings=())
        content = bytearray(reply.first)
        if reply.rest:
            async with aclosing(reply.rest) as rest:
                async for chunk in rest:
                    content += chunk
                    if len(content) > self.most_bytes:
                        raise TooManyBytes(self.most_bytes)
        return values.read(bytes(content), columns)
