"""The one place where a request for the data becomes a response: methods, headers, errors.

The server calls it before Flask's routing, and Flask's views call it too; they differ in how they
wait for the answer and in nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from souverain.federation.federated import HEADER
from souverain.http.message import SECURITY, Request, Response
from souverain.query.job import Engine
from souverain.web import assets, documents, graphstore, problems, sparql
from souverain.web.plan import VARY, Plan
from souverain.web.refusals import BodyTooLarge
from souverain.web.served import Served

# What every response for the data carries.
DRESS = {
    **SECURITY,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": f"ETag, Link, Retry-After, {HEADER}",
    **VARY,
}
ALLOWED_HEADERS = ("Accept", "Authorization", "Content-Type", "If-None-Match", "X-Requested-With")
# What Flask answers by itself, and the site does not.
APART = frozenset({"/health", "/openapi.json", "/metrics"})
Planner = Callable[[Request, Served], Plan | Response]
# By path; the second part holds for the addresses below it too.
ROUTES: dict[str, tuple[Planner, tuple[str, ...], bool]] = {
    "/sparql": (sparql.plan, sparql.METHODS, False),
    graphstore.PATH: (graphstore.plan, graphstore.METHODS, True),
    assets.PATH: (assets.plan, assets.METHODS, True),
}


class Route:
    """One address of the table, by which its requests are planned and dressed."""

    def __init__(self, planner: Planner, methods: tuple[str, ...]) -> None:
        self._planner = planner
        told = ", ".join(methods)
        self._preflight = {
            **DRESS,
            "Allow": told,
            "Access-Control-Allow-Methods": told,
            "Access-Control-Allow-Headers": ", ".join(ALLOWED_HEADERS),
            "Access-Control-Max-Age": "86400",
        }

    def plan(self, request: Request, served: Served) -> Plan | Response:
        """The plan, or the response, dressed, where nothing is to be evaluated or all is known."""
        try:
            planned = self._planner(request, served)
            if isinstance(planned, Plan):
                return self._known(planned, request) or planned
        except Exception as fault:
            planned = problems.response(fault, request, served.settings)
        return self.dressed(planned, request)

    def failed(self, fault: Exception, plan: Plan, request: Request, served: Served) -> Response:
        """The response, dressed, for an answer that was not to be had."""
        told = problems.response(plan.refusal(fault), request, served.settings)
        return self.dressed(told, request)

    def dressed(self, response: Response, request: Request) -> Response:
        """The response with what every one of this address carries."""
        return response.adding(self._preflight if request.method == "OPTIONS" else DRESS)

    def _known(self, plan: Plan, request: Request) -> Response | None:
        known = plan.known(request.headers)
        return known and self.dressed(known, request)


TABLE = {path: Route(planner, methods) for path, (planner, methods, _) in ROUTES.items()}


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
    return found.dressed(told, request) if found else told.adding(SECURITY)


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
    try:
        gathered = engine.answer(planned.job, request.client)
    except Exception as fault:
        return found.failed(fault, planned, request, served)
    chunks = gathered.chunks
    length_bytes = sum(map(len, chunks)) if isinstance(chunks, tuple) else None
    answered = planned.response(gathered.head, chunks, length_bytes)
    return found.dressed(answered, request)
