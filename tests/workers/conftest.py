from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
import uvloop

from souverain.query.capacity import Capacity
from souverain.query.job import Limits
from souverain.query.pool import Pool
from souverain.source import Source

from .asking import HOSTILE, MEMORY_BYTES, THINGS

T = TypeVar("T")


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """Small data: things with numbers, and values that look like what stands between rows."""
    path = tmp_path_factory.mktemp("data") / "things.trig"
    rows = [f'<http://x/{number}> <http://x/p> "{number}" .' for number in range(THINGS)]
    rows.append(f"<http://x/hostile> <http://x/says> {HOSTILE} .")
    rows.append("GRAPH <http://x/graph> { <http://x/a> <http://x/b> <http://x/c> }")
    path.write_text("\n".join(rows), "utf-8")
    return Source(data=str(path), default_graph="strict")


@pytest.fixture
def broken_source(tmp_path: Path) -> Source:
    path = tmp_path / "broken.ttl"
    path.write_text("<http://x/a> <http://x/b>\n nonsense .", "utf-8")
    return Source(data=str(path))


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as found:
        yield found


@pytest.fixture(scope="module")
def run(runner: asyncio.Runner) -> Callable[[Coroutine[Any, Any, T]], T]:
    """Runs a coroutine to its end, which must come within a minute."""

    def to_its_end(work: Coroutine[Any, Any, T]) -> T:
        return runner.run(asyncio.wait_for(work, 60))

    return to_its_end


@pytest.fixture(scope="module")
def pool(source: Source, run: Callable[..., Any]) -> Iterator[Pool]:
    """A pool that many tests share."""
    found = Pool(source, Capacity(Limits(seconds=2.0, memory_bytes=MEMORY_BYTES), workers=4))
    run(found.start())
    yield found
    run(found.close())
