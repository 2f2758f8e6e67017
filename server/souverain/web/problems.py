"""The one place where an exception becomes a response: a problem document (RFC 9457), or a page."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus
from typing import NamedTuple

from souverain.errors import (
    QueryError,
    QueryRefused,
    QuerySyntaxError,
    SouverainError,
    Unwritable,
)
from souverain.settings import Settings
from souverain.web import pages
from souverain.web.message import HTML, Request, Response
from souverain.web.negotiation import choose
from souverain.web.refusals import (
    BadEncoding,
    BodyTooLarge,
    MethodNotAllowed,
    MissingQuery,
    NotAcceptable,
    RepeatedQuery,
    RequestError,
    UnsupportedBody,
    UpdateRefused,
)

PROBLEM = "application/problem+json"
LOG = logging.getLogger(__name__)


class Problem(NamedTuple):
    """One row: the status, the last part of the type's IRI, and the title."""

    status: int
    slug: str
    title: str


PROBLEMS: dict[type[SouverainError], Problem] = {
    QuerySyntaxError: Problem(400, "query-syntax", "The query is not SPARQL"),
    QueryRefused: Problem(400, "query-refused", "The query asks for more than is offered"),
    Unwritable: Problem(406, "unwritable", "The format cannot hold the answer"),
    QueryError: Problem(400, "query", "The query cannot be answered"),
    MissingQuery: Problem(400, "missing-query", "Nothing is asked"),
    RepeatedQuery: Problem(400, "repeated-query", "More than one query"),
    BadEncoding: Problem(400, "encoding", "The request is not UTF-8"),
    UnsupportedBody: Problem(415, "unsupported-body", "The body has another media type"),
    BodyTooLarge: Problem(413, "body-too-large", "The body is too large"),
    UpdateRefused: Problem(403, "read-only", "Nothing can be written here"),
    MethodNotAllowed: Problem(405, "method", "The method is not allowed"),
    NotAcceptable: Problem(406, "not-acceptable", "No media type fits"),
}
# What a problem document says besides, for the faults that know more.
MEMBERS: dict[type[SouverainError], tuple[str, ...]] = {
    QuerySyntaxError: ("line", "column", "token"),
    NotAcceptable: ("offered",),
}
# For what is no fault in the tree: the status alone is the type.
SENTENCES = {
    404: "nothing is at this address",
    405: "the address does not know this method",
    500: "the server failed; the request may be in order",
}


def response(fault: Exception, request: Request, settings: Settings) -> Response:
    """The response for an exception: 500 with a line in the log for those in no row."""
    if not isinstance(fault, SouverainError) or _row(fault) is None:
        LOG.error("failed: %s %s", request.method, request.url, exc_info=fault)
        return plain(500, request)
    row = _row(fault)
    assert row
    members = {
        "type": f"{settings.base}problems/{row.slug}",
        "title": row.title,
        "status": row.status,
        "detail": str(fault),
        **({"hint": fault.hint} if fault.hint else {}),
        **{name: getattr(fault, name) for name in MEMBERS.get(type(fault), ())},
    }
    headers = fault.headers if isinstance(fault, RequestError) else {}
    return _written(members, request).adding(headers)


def plain(status: int, request: Request) -> Response:
    """The response for a bare status, such as 404."""
    title = HTTPStatus(status).phrase
    members = {"type": "about:blank", "title": title, "status": status}
    return _written({**members, "detail": SENTENCES.get(status, title)}, request)


def _row(fault: SouverainError) -> Problem | None:
    return next((PROBLEMS[kind] for kind in type(fault).__mro__ if kind in PROBLEMS), None)


def _written(members: dict[str, object], request: Request) -> Response:
    if choose(request.accept, (PROBLEM, "application/json", HTML)) == HTML:
        content, media_type = pages.render("problem.html", problem=members), HTML
    else:
        content, media_type = json.dumps(members, ensure_ascii=False).encode("utf-8"), PROBLEM
    status = members["status"]
    assert isinstance(status, int)
    return Response.of(status, media_type, content, cache_control="no-store")
