"""The one place where an exception becomes a response: a problem document (RFC 9457), or a page."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urlsplit

from souverain.commit import report
from souverain.errors import (
    BadValue,
    Busy,
    Conflict,
    CorruptStore,
    NoFormat,
    NoSuchGraph,
    NoSuchPage,
    NoSuchVersion,
    OutOfMemory,
    OutOfTime,
    OverBudget,
    OverLimit,
    QueryError,
    QueryRefused,
    QuerySyntaxError,
    ServiceError,
    ServiceFailed,
    ServicePaused,
    ServiceTooLarge,
    ServiceTooSlow,
    SouverainError,
    TooDeep,
    TooManyAsked,
    TooManyBytes,
    TooManyChanges,
    TooManyRows,
    Unanswered,
    Unkept,
    Unofferable,
    Unsound,
    Unwritable,
    WorkerLost,
)
from souverain.http.message import HTML, Request, Response
from souverain.pages import rendering
from souverain.pages.frame import Frame
from souverain.settings import Settings
from souverain.web.language import language, preferred
from souverain.web.negotiation import choose
from souverain.web.refusals import (
    BadEncoding,
    BadParameter,
    BodyTooLarge,
    MethodNotAllowed,
    MissingQuery,
    NotAcceptable,
    PreconditionFailed,
    RepeatedQuery,
    RequestError,
    ScopeTooSmall,
    TokenRefused,
    UnsupportedBody,
    UpdateRefused,
)

PROBLEM = "application/problem+json"
TURTLE = "text/turtle"
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
    Unofferable: Problem(406, "not-acceptable-kind", "No media type fits the kind of answer"),
    NoSuchGraph: Problem(404, "no-such-graph", "There is no such graph"),
    NoSuchPage: Problem(404, "no-such-page", "There is no such page"),
    BadValue: Problem(400, "parameter", "A parameter makes no sense"),
    TooManyAsked: Problem(413, "too-many-asked", "Too much is asked at once"),
    NoFormat: Problem(406, "not-acceptable", "No media type fits"),
    TooDeep: Problem(400, "too-deep", "The query is nested too deeply"),
    OutOfTime: Problem(503, "out-of-time", "The query takes too long"),
    OutOfMemory: Problem(503, "out-of-memory", "The query takes too much memory"),
    TooManyChanges: Problem(422, "too-many-changes", "Too much changed to be told at once"),
    TooManyRows: Problem(422, "too-many-rows", "The answer has too many rows"),
    TooManyBytes: Problem(422, "too-many-bytes", "The answer is too large"),
    OverLimit: Problem(503, "over-limit", "The query is over a limit"),
    NoSuchVersion: Problem(404, "no-such-version", "There is no such version"),
    CorruptStore: Problem(500, "corrupt-store", "The store is damaged"),
    Unsound: Problem(422, "unsound", "The graph would not be in order"),
    Conflict: Problem(409, "conflict", "The data have changed meanwhile"),
    Unkept: Problem(503, "unkept", "The change could not be kept"),
    QueryError: Problem(400, "query", "The query cannot be answered"),
    Busy: Problem(503, "busy", "The server is busy"),
    OverBudget: Problem(429, "over-budget", "Too much was asked in the last minute"),
    WorkerLost: Problem(503, "worker-lost", "The query was lost"),
    ServicePaused: Problem(503, "service-paused", "Another endpoint asks for a pause"),
    ServiceFailed: Problem(502, "service-failed", "Another endpoint failed"),
    ServiceTooSlow: Problem(504, "service-too-slow", "Another endpoint is too slow"),
    ServiceTooLarge: Problem(422, "service-too-large", "Another endpoint gives too much"),
    ServiceError: Problem(502, "service", "Another endpoint failed"),
    Unanswered: Problem(503, "unanswered", "The query was not answered"),
    BadParameter: Problem(400, "parameter", "A parameter makes no sense"),
    MissingQuery: Problem(400, "missing-query", "Nothing is asked"),
    RepeatedQuery: Problem(400, "repeated-query", "More than one query"),
    BadEncoding: Problem(400, "encoding", "The request is not UTF-8"),
    UnsupportedBody: Problem(415, "unsupported-body", "The body has another media type"),
    BodyTooLarge: Problem(413, "body-too-large", "The body is too large"),
    UpdateRefused: Problem(403, "read-only", "Nothing can be written here"),
    TokenRefused: Problem(401, "unauthorized", "Writing needs a token"),
    ScopeTooSmall: Problem(403, "scope", "The scope of the token is too small"),
    PreconditionFailed: Problem(412, "precondition", "A condition of the request is not met"),
    RequestError: Problem(400, "request", "The request makes no sense"),
    MethodNotAllowed: Problem(405, "method", "The method is not allowed"),
    NotAcceptable: Problem(406, "not-acceptable", "No media type fits"),
}
# What a problem document says besides, for the faults that know more.
MEMBERS: dict[type[SouverainError], tuple[str, ...]] = {
    QuerySyntaxError: ("line", "column", "token"),
    OutOfTime: ("limit",),
    OutOfMemory: ("limit",),
    TooManyRows: ("limit",),
    TooManyChanges: ("limit",),
    TooManyBytes: ("limit",),
    ServicePaused: ("endpoint",),
    ServiceFailed: ("endpoint",),
    ServiceTooSlow: ("endpoint",),
    ServiceTooLarge: ("endpoint",),
    TooManyAsked: ("limit",),
    NotAcceptable: ("offered",),
    NoFormat: ("offered",),
    NoSuchPage: ("near",),
}
# For what is no fault in the tree: the status alone is the type.
SENTENCES = {
    400: "the request is no HTTP that is understood here",
    404: "nothing is at this address",
    405: "the address does not know this method",
    408: "the request did not arrive in time",
    413: "the body is too large",
    414: "the address is too long",
    417: "nothing is expected here but 100-continue",
    431: "the head of the request is too large",
    501: "the method is unknown here",
    503: "too much is asked at once; ask again in a moment",
    505: "the version of HTTP is not spoken here",
    500: "the server failed; the request may be in order",
}


def response(fault: Exception, request: Request, settings: Settings) -> Response:
    """The response for an exception: 500 with a line in the log for those in no row."""
    if not isinstance(fault, SouverainError) or _row(fault) is None:
        LOG.error("failed: %s %s", request.method, request.url, exc_info=fault)
        return plain(500, request, settings)
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
    if isinstance(fault, Unsound):
        return _unsound(fault, members, request, settings)
    return _written(members, request, settings).adding(_headers(fault))


def _unsound(
    fault: Unsound, members: dict[str, object], request: Request, settings: Settings
) -> Response:
    """The findings in words, and as a SHACL report, which can be had alone."""
    told = report.turtle(fault.findings)
    if choose(request.accept, (PROBLEM, "application/json", HTML, TURTLE)) == TURTLE:
        return Response.of(422, TURTLE, told.encode("utf-8"), cache_control="no-store")
    found = [asdict(finding) for finding in fault.findings]
    return _written({**members, "findings": found, "report": told}, request, settings)


def plain(status: int, request: Request, settings: Settings) -> Response:
    """The response for a bare status, such as 404."""
    title = HTTPStatus(status).phrase
    members = {"type": "about:blank", "title": title, "status": status}
    return _written({**members, "detail": SENTENCES.get(status, title)}, request, settings)


def _headers(fault: SouverainError) -> Mapping[str, str]:
    if isinstance(fault, RequestError):
        return fault.headers
    return {"Retry-After": str(fault.retry_seconds)} if isinstance(fault, Unanswered) else {}


def _row(fault: SouverainError) -> Problem | None:
    return next((PROBLEMS[kind] for kind in type(fault).__mro__ if kind in PROBLEMS), None)


def _written(members: dict[str, object], request: Request, settings: Settings) -> Response:
    status = members["status"]
    assert isinstance(status, int)
    media_type, content = PROBLEM, json.dumps(members, ensure_ascii=False).encode("utf-8")
    if choose(request.accept, (PROBLEM, "application/json", HTML)) == HTML:
        # Whatever is wrong with the page, there is an answer.
        try:
            frame = _frame(request) if settings.has_pages else None
            media_type, content = HTML, rendering.render("problem.html", frame, problem=members)
        except Exception:
            LOG.exception("the page of a problem cannot be made")
    return Response.of(status, media_type, content, cache_control="no-store")


def _frame(request: Request) -> Frame:
    """What stands around a page of the site, whatever is wrong with its address."""
    path = urlsplit(request.url).path
    try:
        return Frame(path, request.query.decode("latin-1"), language(request))
    except SouverainError:
        return Frame(path, "", preferred(request))
