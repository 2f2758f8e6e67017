"""The query in a request, by the SPARQL 1.1 Protocol, section 2.1."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from souverain.query import Query
from souverain.web.message import Request
from souverain.web.refusals import (
    BadEncoding,
    BodyTooLarge,
    MissingQuery,
    RepeatedQuery,
    UnsupportedBody,
    UpdateRefused,
)

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")

Parameters = list[tuple[str, str]]


def read(request: Request, max_body_bytes: int) -> Query | None:
    """The query, or nothing where a GET asks for none; raises `RequestError`.

    Parameters that the protocol does not know are passed over.
    """
    if request.method == "POST":
        return _query(_posted(request, max_body_bytes))
    return _query(_parameters(request.query, "query string")) if request.query else None


def _posted(request: Request, max_body_bytes: int) -> Parameters:
    if len(request.body) > max_body_bytes:
        raise BodyTooLarge(max_body_bytes)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == UPDATE:
        raise UpdateRefused
    if media_type not in (FORM, QUERY):
        raise UnsupportedBody(media_type, (FORM, QUERY))
    addressed = _parameters(request.query, "query string")
    if media_type == FORM:
        return addressed + _parameters(request.body, "form")
    return [*addressed, ("query", _decoded(request.body, "body"))]


def _query(parameters: Parameters) -> Query:
    if any(name == "update" for name, _ in parameters):
        raise UpdateRefused
    texts = _values(parameters, "query")
    if not texts:
        raise MissingQuery
    if len(texts) > 1:
        raise RepeatedQuery
    return Query(
        texts[0],
        _values(parameters, "default-graph-uri"),
        _values(parameters, "named-graph-uri"),
    )


def _values(parameters: Parameters, name: str) -> tuple[str, ...]:
    return tuple(value for key, value in parameters if key == name)


def _parameters(encoded: bytes, where: str) -> Parameters:
    text = _decoded(encoded, where)
    if _BROKEN_ESCAPE.search(text):
        raise BadEncoding(where)
    try:
        return parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="strict")
    except UnicodeDecodeError:
        raise BadEncoding(where) from None


def _decoded(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise BadEncoding(where) from None
