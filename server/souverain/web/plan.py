"""A request that needs an answer from the data: the job, and the response made of its answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from souverain.errors import Unofferable
from souverain.formats import BY_NAME, Format, Kind
from souverain.http.message import Request, Response, typed
from souverain.query.job import Head, Job
from souverain.web.negotiation import MOST_PARTS, choose, codings
from souverain.web.refusals import NotAcceptable

# The first is taken where a client wants several alike.
ENCODINGS = ("zstd", "gzip")
LONG_CHARACTERS = 65_536
VARY = {"Vary": "Accept, Accept-Encoding"}
# Tables are for keeping: a browser saves them.
SAVED = {"csv", "tsv"}


@dataclass(frozen=True)
class Plan:
    """What is to be evaluated for a request, and what its answer is sent as.

    `media_types` names, for each kind of answer, the media type that was chosen; `keepable` says
    that a client may keep the answer and ask whether it still holds (RFC 9110, section 13). The
    answer to a very long query is kept by nobody: to tell it from others would take too long.
    """

    job: Job
    media_types: Mapping[Kind, str | None]
    accept: str
    version: str
    keepable: bool = True

    @cached_property
    def key(self) -> str:
        """The same for every request with the same answer: data, query, graphs, media types."""
        job = self.job
        asked = (job.text, job.default_graphs, job.named_graphs, job.base)
        read = (job.graph, job.everything, job.results, job.graphs)
        told = repr((self.version, asked, read, tuple(self.media_types.values())))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def is_long(self) -> bool:
        """Whether the query is very long."""
        return len(self.job.text) > LONG_CHARACTERS

    @property
    def tag(self) -> str:
        """A weak tag: another run may order rows, and name blank nodes, in another way.

        Empty where the client is not to keep the answer.
        """
        return f'W/"{self.key}"' if self.keepable and not self.is_long else ""

    def known(self, headers: Mapping[str, str]) -> Response | None:
        """The response for a client that says it has this answer (RFC 9110, section 13.1.2)."""
        told = headers.get("if-none-match")
        if not told or not self.tag or self.tag not in known_tags(told):
            return None
        return Response(304, {"ETag": self.tag, "Cache-Control": "no-cache"})

    def response(
        self, head: Head, chunks: bytes | Iterable[bytes], length_bytes: int | None
    ) -> Response:
        """The response that sends an answer."""
        media_type = self.media_types[head.kind]
        assert media_type
        headers = typed(media_type, length_bytes)
        if self.tag and not head.is_volatile:
            headers |= {"ETag": self.tag, "Cache-Control": "no-cache"}
        else:
            headers["Cache-Control"] = "no-store"
        if head.encoding:
            headers["Content-Encoding"] = head.encoding
        if head.format in SAVED:
            extension = BY_NAME[head.format].extension
            headers["Content-Disposition"] = f'attachment; filename="answer.{extension}"'
        return Response(200, headers, chunks)

    def refusal(self, fault: Exception) -> Exception:
        """The fault as the request sees it: a kind that it takes in no format is not acceptable."""
        if isinstance(fault, Unofferable):
            kind = Kind(fault.kind)
            return NotAcceptable(self.accept, list(media_types(kind.formats)))
        return fault


@lru_cache(maxsize=256)
def known_tags(header: str) -> frozenset[str]:
    """The tags of an If-None-Match, each as a weak one: their weakness does not count."""
    tags = header.split(",", MOST_PARTS)[:MOST_PARTS]
    return frozenset(f"W/{tag.strip().removeprefix('W/')}" for tag in tags)


@lru_cache
def media_types(formats: tuple[Format, ...]) -> dict[str, Format]:
    """Every media type of some formats, in the order in which they are offered."""
    own = {format.media_type: format for format in formats}
    return own | {alias: format for format in formats for alias in format.aliases}


def chosen(request: Request, offered: Sequence[str]) -> str:
    """The media type that the client gets; raises `NotAcceptable`."""
    media_type = choose(request.accept, tuple(offered))
    if media_type is None:
        raise NotAcceptable(request.accept, offered)
    return media_type


class Wanted(NamedTuple):
    """What an Accept header prefers: a media type for each kind of answer, if it takes one.

    `results` and `graphs` are the names of the formats, empty where it takes none.
    """

    types: Mapping[Kind, str | None]
    results: str
    graphs: str


@lru_cache(maxsize=256)
def wanted(accept: str) -> Wanted:
    """What the header prefers."""
    offered = {kind: media_types(kind.formats) for kind in Kind}
    types = {kind: choose(accept, tuple(offered[kind])) for kind in Kind}
    names = {kind: offered[kind][name].name if name else "" for kind, name in types.items()}
    return Wanted(types, names[Kind.SELECT], names[Kind.GRAPH])


def encodings(request: Request) -> tuple[str, ...]:
    """The content codings that the client takes, the best first."""
    return codings(request.headers.get("accept-encoding", ""), ENCODINGS)
