from __future__ import annotations

import asyncio
import os
import select
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from mcp import Client, StdioServerParameters, stdio_client

COMMAND = ["-c", "from souverain.cli import main; main()"]
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
        ready, _, _ = select.select([self.process.stderr], [], [], 120)
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
    """A client of the SDK in a session that lasts for many tests, over one transport."""

    def __init__(self, target: Callable[[], Any]) -> None:
        self._loop = asyncio.new_event_loop()
        self._opened = self._open(target)
        self.client: Client = self.run(self._opened.__aenter__())

    def run(self, work: Awaitable[Any]) -> Any:
        return self._loop.run_until_complete(work)

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
        self.run(self._opened.__aexit__(None, None, None))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    @staticmethod
    @asynccontextmanager
    async def _open(target: Callable[[], Any]) -> AsyncIterator[Client]:
        async with Client(target()) as client:
            yield client


@pytest.fixture(scope="session", params=WAYS)
def session(request, project) -> Iterator[Session]:
    """A session over standard input and output, over HTTP, and with a server that asks another."""

    def spawned(*arguments: object) -> Any:
        words = [*COMMAND, *map(str, arguments)]
        return stdio_client(StdioServerParameters(command=sys.executable, args=words, env=clean()))

    def target() -> Any:
        if request.param == "http":
            return request.getfixturevalue("listening").url
        if request.param == "remote":
            return spawned("mcp", "--endpoint", request.getfixturevalue("address"))
        return spawned("--project", project.root, "mcp")

    if request.param == "http":
        request.getfixturevalue("listening")
    made = Session(target)
    yield made
    made.close()
