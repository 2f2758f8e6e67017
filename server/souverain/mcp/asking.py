"""Whoever is asked for the tools: the project's data in isolated workers, or a remote server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlencode
from urllib.request import Request

from souverain.client import Client
from souverain.client.exchange import send
from souverain.errors import SouverainError
from souverain.formats import Kind
from souverain.query.job import Job, Reply, Runner

JSON = "application/json"
RESULTS = "application/sparql-results+json"
TURTLE = "text/turtle"


class Answer(NamedTuple):
    """An answer to a query: rows or a truth in SPARQL's JSON, or a graph in Turtle."""

    results: Mapping[str, Any] | None
    turtle: str


class Asked(Protocol):
    """Whoever answers; raises `SouverainError` or `ClientError`, whose `hint` says what to do."""

    async def page(self, path: str, parameters: Mapping[str, object], language: str) -> Any:
        """A document of the site in JSON."""

    async def sparql(self, query: str) -> Answer:
        """The answer to a query."""


class Local:
    """Asks the workers of this very process, each confined as those of `souverain serve`."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    async def page(self, path: str, parameters: Mapping[str, object], language: str) -> Any:
        """A document of the site in JSON."""
        asked = (path, urlencode(_given(parameters)), JSON, language, "")
        return json.loads(await _whole(await self._runner.run(Job(asked=asked))))

    async def sparql(self, query: str) -> Answer:
        """The answer to a query."""
        reply = await self._runner.run(Job(text=query))
        content = await _whole(reply)
        if reply.head.kind is Kind.GRAPH:
            return Answer(None, content.decode("utf-8"))
        return Answer(json.loads(content), "")


class Remote:
    """Asks a server of this project, somewhere else, by HTTP."""

    def __init__(self, url: str, timeout_seconds: float) -> None:
        self._client = Client(url, timeout_seconds=timeout_seconds)

    async def page(self, path: str, parameters: Mapping[str, object], language: str) -> Any:
        """A document of the site in JSON."""
        given = {**_given(parameters), "lang": language}
        request = Request(
            f"{self._client.address(path)}?{urlencode(given)}", headers={"Accept": JSON}
        )
        return (await asyncio.to_thread(send, request, self._client.timeout_seconds)).json()

    async def sparql(self, query: str) -> Answer:
        """The answer to a query."""
        accept = f"{RESULTS}, {TURTLE}"
        found = await asyncio.to_thread(self._client.raw, query, accept)
        if found.media_type == TURTLE:
            return Answer(None, found.content.decode("utf-8"))
        return Answer(found.json(), "")


async def _whole(reply: Reply) -> bytes:
    """All of an answer; raises what it is cut by."""
    chunks = [reply.first]
    if reply.rest is not None:
        async for chunk in reply.rest:
            chunks.append(chunk)
    return b"".join(chunks)


def _given(parameters: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in parameters.items() if value not in (None, "")}


def worded(fault: Exception) -> str:
    """What went wrong, and what to do about it, in one text."""
    hint = getattr(fault, "hint", "")
    kind = "" if isinstance(fault, SouverainError) else "the endpoint says: "
    return f"{kind}{fault}" + (f" -> {hint}" if hint else "")
