from __future__ import annotations

import asyncio
import os
import select
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from threading import Thread
from typing import Any

import pytest
from mcp import Client, StdioServerParameters, stdio_client

COMMAND = ["-c", "from souverain.cli import main; main()"]
ANSWER_SECONDS = 180
WAYS = ("stdio", "http", "remote")


def clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if "SOUVERAIN" not in name}


class Listening:
    """`souverain mcp --http` in a process of its own; `url` is where it listens."""

    def __init__(self, *arguments: object) -> None:
        words = [*map(str, arguments)]
        self.process = subprocess.Popen(
            [sys.executable, *COMMAND, *words], env=clean(), stderr=subprocess.PIPE, text=True
        )
        assert self.process.stderr
        ready, _, _ = select.select([self.process.stderr], [], [], ANSWER_SECONDS)
        if not ready:
            self.stop()
        assert ready
        self.url = self.process.stderr.readline().rpartition(" on ")[2].strip()

    def stop(self) -> int:
        self.process.terminate()
        self.process.communicate(timeout=60)
        return self.process.returncode


@pytest.fixture(scope="session")
def listening(project) -> Iterator[Listening]:
    """A server over the project, by HTTP."""
    server = Listening("--project", project.root, "mcp", "--http", "127.0.0.1:0")
    yield server
    server.stop()


class Session:
    """A client of the SDK in a session that lasts for many tests, over one transport.

    One task of a loop in a thread of its own opens and closes it, as the SDK wants it.
    """

    client: Client

    def __init__(self, target: Callable[[], Any]) -> None:
        self._ready = Future[None]()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_until_complete, args=(self._live(target),))
        self._thread.start()
        try:
            self._ready.result(ANSWER_SECONDS)
        except BaseException:
            self.close()
            raise

    async def _live(self, target: Callable[[], Any]) -> None:
        self._end = asyncio.Event()
        try:
            async with Client(target()) as self.client:
                self._ready.set_result(None)
                await self._end.wait()
        except BaseException as fault:
            if self._ready.done():
                raise
            self._ready.set_exception(fault)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(ANSWER_SECONDS)

    def call(self, tool: str, **arguments: object) -> Any:
        """What a tool answers."""
        return self.run(self.client.call_tool(tool, arguments))

    def data(self, tool: str, **arguments: object) -> dict[str, Any]:
        """The data of what it answers."""
        found = self.call(tool, **arguments)
        assert not found.is_error, found.content[0].text
        return found.structured_content

    def refused(self, tool: str, **arguments: object) -> str:
        """The words in which it refuses."""
        found = self.call(tool, **arguments)
        assert found.is_error
        return found.content[0].text

    def close(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(ANSWER_SECONDS)
        self._loop.close()


@pytest.fixture(scope="session", params=WAYS)
def session(request, project) -> Iterator[Session]:
    """A session over standard input and output, over HTTP, and with a server that asks another."""

    def spawned(*arguments: object) -> Callable[[], Any]:
        words = [*COMMAND, *map(str, arguments)]
        parameters = StdioServerParameters(command=sys.executable, args=words, env=clean())
        return lambda: stdio_client(parameters)

    if request.param == "http":
        url = request.getfixturevalue("listening").url
        target: Callable[[], Any] = lambda: url  # noqa: E731
    elif request.param == "remote":
        target = spawned("mcp", "--endpoint", request.getfixturevalue("address"))
    else:
        target = spawned("--project", project.root, "mcp")
    made = Session(target)
    yield made
    made.close()
