"""A request that needs an answer from the data: the job, and the response made of its answer."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple

from souverain.errors import Unofferable
from souverain.formats import ANSWERS, BY_NAME, Format, Kind
from souverain.http.message import Request, Response, typed
from souverain.query.job import Head, Job
from souverain.web.negotiation import MOST_PARTS, choose, codings
from souverain.web.refusals import NotAcceptable

# The first is taken where a client wants several alike.
ENCODINGS = ("zstd", "gzip")
LONG_CHARACTERS = 65_536
# The form of `marshal` that depends on nothing but the values.
PLAIN = 0
VARY_DOCUMENT = {"Vary": "Accept, Accept-Encoding, Accept-Language"}
VARY = {"Vary": "Accept, Accept-Encoding"}
# Tables are for keeping: a browser saves them.
SAVED = {"csv", "tsv"}


@dataclass(frozen=True)
class Plan:
    """What is to be evaluated for a request, and what its answer is sent as.

    `media_types` names, for each kind of answer, the media type that was chosen; `keepable` says
    that a client may keep the answer and ask whether it still holds (RFC 9110, section 13). The
    answer to a very long query is kept by nobody: to tell it from others would take too long.
    `number`, where it is not 0, is that of the earlier version of a store which is asked.
    """

    job: Job
    media_types: Mapping[Kind, str | None]
    accept: str
    version: str
    keepable: bool = True
    number: int = 0
    key: str = field(init=False, default="")
    """The same for every request with the same answer: data, query, graphs, media types.

    Empty for a query that is very long.
    """

    def __post_init__(self) -> None:
        job = self.job
        if len(job.text) <= LONG_CHARACTERS:
            asked = (job.text, job.default_graphs, job.named_graphs, job.base)
            read = (job.graph, job.everything, job.results, job.graphs, job.asked)
            told = (self.version, asked, read, tuple(self.media_types.values()))
            digest = hashlib.blake2b(marshal.dumps(told, PLAIN), digest_size=16)
            object.__setattr__(self, "key", digest.hexdigest())

    @property
    def tag(self) -> str:
        """A weak tag: another run may order rows, and name blank nodes, in another way.

        Empty where the client is not to keep the answer.
        """
        return f'W/"{self.key}"' if self.keepable and self.key else ""

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
        own = self.own(head, length_bytes)
        return Response(head.status, common(*self.sort(head)) | own, chunks)

    def sort(self, head: Head) -> tuple[str, Head, bool]:
        """What the common headers of an answer depend on."""
        media_type = head.media_type or self.media_types[head.kind]
        assert media_type
        is_lasting = head.status == HTTPStatus.OK and not head.is_volatile
        return media_type, head, is_lasting and bool(self.tag)

    def own(self, head: Head, length_bytes: int | None) -> dict[str, str]:
        """The headers that are this answer's own."""
        told = {} if length_bytes is None else {"Content-Length": str(length_bytes)}
        return told | {"ETag": self.tag} if self.sort(head)[2] else told

    def refusal(self, fault: Exception) -> Exception:
        """The fault as the request sees it: a kind that it takes in no format is not acceptable."""
        if isinstance(fault, Unofferable):
            kind = Kind(fault.kind)
            return NotAcceptable(self.accept, list(media_types(kind.formats)))
        return fault


def common(media_type: str, head: Head, is_tagged: bool) -> dict[str, str]:
    """The headers that all answers of a sort have, whatever they hold."""
    headers = typed(media_type)
    headers["Cache-Control"] = "no-cache" if is_tagged else "no-store"
    if head.kind is Kind.DOCUMENT:
        headers |= VARY_DOCUMENT
    headers |= head.headers
    if head.encoding:
        headers["Content-Encoding"] = head.encoding
    if head.format in SAVED:
        extension = BY_NAME[head.format].extension
        headers["Content-Disposition"] = f'attachment; filename="answer.{extension}"'
    return headers


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
    offered = {kind: media_types(kind.formats) for kind in ANSWERS}
    types = {kind: choose(accept, tuple(offered[kind])) for kind in ANSWERS}
    names = {kind: offered[kind][name].name if name else "" for kind, name in types.items()}
    return Wanted(types, names[Kind.SELECT], names[Kind.GRAPH])


def encodings(request: Request) -> tuple[str, ...]:
    """The content codings that the client takes, the best first."""
    return codings(request.headers.get("accept-encoding", ""), ENCODINGS)
