"""The one place where a request for the data becomes a response: methods, headers, errors.

The server calls it before Flask's routing, and Flask's views call it too; they differ in how they
wait for the answer and in nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from souverain.errors import NoSuchVersion
from souverain.federation.federated import HEADER
from souverain.http.message import SECURITY, Request, Response
from souverain.query.job import Engine
from souverain.web import (
    assets,
    documents,
    graphstore,
    history,
    problems,
    reconciling,
    sparql,
    storing,
)
from souverain.web.plan import VARY, Plan
from souverain.web.refusals import BodyTooLarge, UpdateRefused
from souverain.web.served import Served
from souverain.web.write import Write

EXPOSED_HEADERS = (
    "ETag",
    "Link",
    "Location",
    "Retry-After",
    HEADER,
    "Souverain-Version",
    "WWW-Authenticate",
)
# What every response for the data carries.
DRESS = {
    **SECURITY,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": ", ".join(EXPOSED_HEADERS),
    **VARY,
}
ALLOWED_HEADERS = (
    "Accept",
    "Authorization",
    "Content-Type",
    "If-Match",
    "If-None-Match",
    "X-Requested-With",
)
# What Flask answers by itself, and the site does not.
APART = frozenset({"/health", "/openapi.json", "/metrics"})
Planner = Callable[[Request, Served], Plan | Write | Response]
# By path; the second part holds for the addresses below it too.
# The methods are those that read; those that write come with a store that can be written to.
ROUTES: dict[str, tuple[Planner, tuple[str, ...], bool]] = {
    "/sparql": (sparql.plan, sparql.METHODS, False),
    graphstore.PATH: (graphstore.plan, graphstore.METHODS, True),
    assets.PATH: (assets.plan, assets.METHODS, True),
    history.VERSIONS: (history.plan, history.METHODS, True),
    history.DIFF: (history.plan, history.METHODS, True),
    reconciling.PATH: (reconciling.plan, reconciling.METHODS, False),
}


class Route:
    """One address of the table, by which its requests are planned and dressed."""

    def __init__(
        self, planner: Planner, methods: tuple[str, ...], writing: tuple[str, ...] = ()
    ) -> None:
        self._planner = planner
        self._preflights = (_preflight(methods), _preflight((*methods, *writing)))

    def plan(self, request: Request, served: Served) -> Plan | Write | Response:
        """The plan, or the response, dressed, where nothing is to be evaluated or all is known."""
        try:
            planned = self._planner(request, served)
            if isinstance(planned, Plan):
                return self._known(planned, request, served) or planned
            if isinstance(planned, Write):
                return planned
        except Exception as fault:
            planned = problems.response(fault, request, served.settings)
        return self.dressed(planned, request, served)

    def failed(
        self, fault: Exception, plan: Plan | Write, request: Request, served: Served
    ) -> Response:
        """The response, dressed, for an answer that was not to be had."""
        fault = plan.refusal(fault) if isinstance(plan, Plan) else fault
        return self.dressed(problems.response(fault, request, served.settings), request, served)

    def dressed(self, response: Response, request: Request, served: Served) -> Response:
        """The response with what every one of this address carries."""
        is_preflight = request.method == "OPTIONS"
        return response.adding(self._preflights[served.is_writable] if is_preflight else DRESS)

    def _known(self, plan: Plan, request: Request, served: Served) -> Response | None:
        known = plan.known(request.headers)
        return known and self.dressed(known, request, served)


def _preflight(methods: tuple[str, ...]) -> dict[str, str]:
    told = ", ".join(methods)
    return {
        **DRESS,
        "Allow": told,
        "Access-Control-Allow-Methods": told,
        "Access-Control-Allow-Headers": ", ".join(ALLOWED_HEADERS),
        "Access-Control-Max-Age": "86400",
    }


WRITING = {graphstore.PATH: storing.METHODS}
TABLE = {
    path: Route(planner, methods, WRITING.get(path, ()))
    for path, (planner, methods, _) in ROUTES.items()
}


SITE = Route(documents.plan, documents.METHODS)


def route(path: str, served: Served) -> Route | None:
    """The route that a path belongs to; whatever is no other's belongs to the site, if any."""
    if found := TABLE.get(path):
        return found
    top = "/".join(path.split("/", 2)[:2])
    below = ROUTES.get(top)
    if below and below[2]:
        return TABLE[top]
    return SITE if served.has_pages and path not in APART else None


def refused(status: int, request: Request, served: Served) -> Response:
    """The response for a request that the server refuses before it is planned."""
    settings = served.settings
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        told = problems.response(BodyTooLarge(settings.max_body_bytes), request, settings)
    else:
        told = problems.plain(status, request, settings)
    found = route(urlsplit(request.url).path, served)
    return found.dressed(told, request, served) if found else told.adding(SECURITY)


def respond(request: Request, path: str, served: Served, engine: Engine) -> Response:
    """The response for a thread that waits; nothing is raised. HEAD is answered as GET is."""
    found = route(path, served)
    if found is None:
        # One of Flask's own, by a method that it does not know.
        return problems.plain(405, request, served.settings).adding(
            {"Allow": ", ".join(documents.METHODS)}
        )
    planned = found.plan(request, served)
    if isinstance(planned, Response):
        return planned
    if isinstance(planned, Write):
        return found.failed(UpdateRefused(), planned, request, served)
    if planned.number:
        fault = NoSuchVersion(planned.number, served.summary.number)
        return found.failed(fault, planned, request, served)
    try:
        gathered = engine.answer(planned.job, request.client)
    except Exception as fault:
        return found.failed(fault, planned, request, served)
    chunks = gathered.chunks
    length_bytes = sum(map(len, chunks)) if isinstance(chunks, tuple) else None
    answered = planned.response(gathered.head, chunks, length_bytes)
    return found.dressed(answered, request, served)
