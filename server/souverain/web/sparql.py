"""What `/sparql` answers: the one place for its methods, media types, headers and errors.

It is given a request and gives a response, so that any server can call it: through Flask, or
before Flask is asked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from souverain import query
from souverain.answer import CHUNK_BYTES
from souverain.formats import Format, Kind
from souverain.query import Query
from souverain.settings import Settings
from souverain.store import Dataset
from souverain.web import description, pages, problems, protocol
from souverain.web.message import HTML, Request, Response, typed
from souverain.web.negotiation import choose
from souverain.web.refusals import MethodNotAllowed, NotAcceptable

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Vary": "Accept",
}
PREFLIGHT = {
    "Allow": ", ".join(METHODS),
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
# Tables are for keeping: a browser saves them.
SAVED = {"csv", "tsv"}


def respond(request: Request, dataset: Dataset, settings: Settings) -> Response:
    """The response to any request for `/sparql`; nothing is raised."""
    try:
        response = _response(request, dataset, settings)
    except Exception as fault:
        response = problems.response(fault, request, settings)
    response = response.adding(HEADERS)
    return response.without_body() if request.method == "HEAD" else response


def _response(request: Request, dataset: Dataset, settings: Settings) -> Response:
    if request.method not in METHODS:
        raise MethodNotAllowed(request.method, METHODS)
    if request.method == "OPTIONS":
        return Response(204, PREFLIGHT)
    asked = protocol.read(request, settings.max_body_bytes)
    if asked is None:
        return _described(request, dataset, settings)
    return _answered(asked, request, dataset)


def _answered(asked: Query, request: Request, dataset: Dataset) -> Response:
    media_types = _media_types(asked.kind)
    media_type = _chosen(request, list(media_types))
    tag = "" if request.method == "POST" or asked.is_volatile else _tag(asked, dataset, media_type)
    caching = {"ETag": tag, "Cache-Control": "no-cache"} if tag else {"Cache-Control": "no-store"}
    if tag and tag in _known_tags(request.headers):
        return Response(304, caching)
    format = media_types[media_type]
    answer = query.run(dataset, asked, format)
    headers = typed(media_type, answer.length_bytes) | caching
    if format.name in SAVED:
        headers["Content-Disposition"] = f'attachment; filename="answer.{format.extension}"'
    if answer.length_bytes > CHUNK_BYTES:
        return Response(200, headers, answer)
    with answer:
        return Response(200, headers, (answer.read(),))


def _described(request: Request, dataset: Dataset, settings: Settings) -> Response:
    media_types = _media_types(Kind.GRAPH)
    media_type = _chosen(request, [*media_types, HTML])
    if media_type == HTML:
        page = pages.render("form.html", url=request.url, methods=METHODS)
        return Response.of(200, HTML, page, cache_control="no-cache")
    turtle = description.turtle(request.url, dataset, settings)
    with query.graph(turtle, media_types[media_type]) as answer:
        return Response.of(200, media_type, answer.read(), cache_control="no-cache")


def _media_types(kind: Kind) -> dict[str, Format]:
    """Every media type that such an answer has, in the order in which they are offered."""
    own = {format.media_type: format for format in kind.formats}
    return own | {alias: format for format in kind.formats for alias in format.aliases}


def _chosen(request: Request, offered: Sequence[str]) -> str:
    media_type = choose(request.accept, offered)
    if media_type is None:
        raise NotAcceptable(request.accept, offered)
    return media_type


def _tag(asked: Query, dataset: Dataset, media_type: str) -> str:
    """A weak tag: another run may order rows, and name blank nodes, in another way."""
    key = [dataset.version, asked.text, asked.default_graphs, asked.named_graphs, media_type]
    return f'W/"{hashlib.sha256(json.dumps(key).encode("utf-8")).hexdigest()[:32]}"'


def _known_tags(headers: Mapping[str, str]) -> set[str]:
    tags = (tag.strip().removeprefix("W/") for tag in headers.get("if-none-match", "").split(","))
    return {f"W/{tag}" for tag in tags}
