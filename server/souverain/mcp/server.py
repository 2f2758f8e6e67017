"""The server of the protocol: tools, resources and prompts over whoever is asked."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Annotated, Literal, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ToolError
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import BaseModel, Field

from souverain import __version__
from souverain.client import ClientError
from souverain.errors import SouverainError
from souverain.mcp import guidance
from souverain.mcp.asking import Asked, worded
from souverain.mcp.models import (
    Answered,
    Described,
    Examples,
    Found,
    Questions,
    Result,
    Schema,
)
from souverain.mcp.tools import Tools

M = TypeVar("M", bound=BaseModel)
Name = Annotated[str, Field(min_length=1, max_length=500)]
Words = Annotated[str, Field(max_length=500)]
Language = Annotated[Literal["en", "fr"], Field(description="the language of sentences and names")]
READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def made(asked: Asked) -> MCPServer:
    """The server, ready to be run."""
    server: MCPServer = MCPServer(
        "souverain",
        title="Souverain",
        description="The knowledge graph of Europe's sovereign cloud, claim by claim",
        instructions=guidance.INSTRUCTIONS,
        version=__version__,
        log_level="WARNING",
    )
    tools = Tools(asked)
    for make in (_finding, _asking, _describing):
        make(server, tools)
    _resources(server, tools)
    _prompts(server)
    return server


def _finding(server: MCPServer, tools: Tools) -> None:
    @server.tool(annotations=READ_ONLY)
    async def find_entity(
        name: Name,
        type: Annotated[str, Field(max_length=100, description="such as Organization")] = "",
        language: Language = "en",
        limit: Annotated[int, Field(ge=1, le=20)] = 5,
    ) -> Annotated[CallToolResult, Found]:
        """Find which entity a name means: a company, person, initiative, service, programme.

        Typing errors, accents, the order of words and legal forms do not matter. `sure` is false
        where two entities may be meant: then ask, or give a type.
        """
        return await _told(tools.find_entity(name, type, language, limit))

    @server.tool(annotations=READ_ONLY)
    async def describe(
        thing: Name,
        language: Language = "en",
        page: Annotated[int, Field(ge=1, le=100_000)] = 1,
        size: Annotated[int, Field(ge=1, le=50)] = 10,
    ) -> Annotated[CallToolResult, Described]:
        """Describe an entity, claim or computed figure with its sources.

        Takes an IRI, a short name such as id:cloudwatt, or any name. Gives the sentence, the quotes
        it stands on, who says otherwise, and a page of the claims about it.
        """
        return await _told(tools.describe(thing, language, page, size))


def _asking(server: MCPServer, tools: Tools) -> None:
    @server.tool(annotations=READ_ONLY)
    async def list_questions(about: Words = "") -> Annotated[CallToolResult, Questions]:
        """List the questions that the graph answers by name, with their parameters.

        `about` keeps those whose words hold all of its words, such as "shares".
        """
        return await _told(tools.list_questions(about))

    @server.tool(annotations=READ_ONLY)
    async def ask_question(
        name: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,100}$")],
        parameters: dict[str, str] | None = None,
        language: Language = "en",
        limit: Annotated[int, Field(ge=1, le=500)] = 50,
    ) -> Annotated[CallToolResult, Answered]:
        """Ask a named question; a parameter that is an entity may be given by any of its names."""
        return await _told(tools.ask_question(name, parameters or {}, language, limit))

    @server.tool(annotations=READ_ONLY)
    async def run_sparql(
        query: Annotated[str, Field(min_length=1, description="at most 20,000 characters")],
        limit: Annotated[int, Field(ge=1, le=500)] = 50,
    ) -> Annotated[CallToolResult, Result]:
        """Run a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE) within the endpoint's limits.

        Prefixes such as sov:, id: and oa: need no declaration. Select the claims or their evidence
        too, and the answer carries their quotes.
        """
        return await _told(tools.run_sparql(query, limit))


def _describing(server: MCPServer, tools: Tools) -> None:
    @server.tool(annotations=READ_ONLY)
    async def schema(
        term: Annotated[str, Field(max_length=300, pattern=r"^[^<>\s\"{}|\\^`]*$")] = "",
    ) -> Annotated[CallToolResult, Schema]:
        """Say which classes and properties there are, what they mean, and how often they are used.

        Without a term: all classes. With a class (Stake): the properties of its instances. With a
        property (holder): the classes whose instances have it.
        """
        return await _told(tools.schema(term))

    @server.tool(annotations=READ_ONLY)
    async def example_queries(
        about: Words = "", limit: Annotated[int, Field(ge=1, le=100)] = 5
    ) -> Annotated[CallToolResult, Examples]:
        """Give SPARQL queries that run as they stand, to learn from or to change."""
        return await _told(tools.example_queries(about, limit))


def _resources(server: MCPServer, tools: Tools) -> None:
    @server.resource("souverain://questions", mime_type="text/plain")
    async def questions() -> str:
        """The questions that the graph answers by name."""
        return await _read(tools.list_questions(""))

    @server.resource("souverain://schema", mime_type="text/plain")
    async def classes() -> str:
        """The classes of the ontology, with what they mean."""
        return await _read(tools.schema(""))

    @server.resource("souverain://id/{name}", mime_type="text/plain")
    async def thing(name: str) -> str:
        """An entity or claim, by the end of its IRI, with its sources."""
        return await _read(tools.describe(f"id:{name}", "en", 1, 50))


def _prompts(server: MCPServer) -> None:
    @server.prompt()
    def cited_answer(question: str) -> str:
        """Answer a question from the graph alone, each sentence with its claim and quote."""
        return guidance.CITED_ANSWER.format(question=question)

    @server.prompt()
    def who_owns(target: str) -> str:
        """Who holds what of a company or initiative, by which article."""
        return guidance.WHO_OWNS.format(target=target)


async def _told(answer: Awaitable[M]) -> CallToolResult:
    """An answer as data and as text; raises `ToolError` in the words of what went wrong."""
    try:
        model = await answer
    except (SouverainError, ClientError) as fault:
        raise ToolError(worded(fault)) from None
    return CallToolResult(
        content=[TextContent(type="text", text=str(model))],
        structured_content=model.model_dump(mode="json"),
    )


async def _read(answer: Awaitable[BaseModel]) -> str:
    try:
        return str(await answer)
    except (SouverainError, ClientError) as fault:
        raise ResourceError(worded(fault)) from None
