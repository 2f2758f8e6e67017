"""What `/sparql` answers (SPARQL 1.1 Protocol, section 2.1)."""

from __future__ import annotations

import re

from souverain.formats import ANSWERS, Kind
from souverain.http.message import HTML, Request, Response
from souverain.pages import rendering
from souverain.query.coding import encoded
from souverain.query.job import Job
from souverain.web import description, protocol, updating, versions
from souverain.web.plan import LONG_CHARACTERS, Plan, Wanted, chosen, encodings, media_types, wanted
from souverain.web.protocol import Asked
from souverain.web.refusals import BadParameter, MethodNotAllowed, NotAcceptable, UpdateRefused
from souverain.web.served import Served
from souverain.web.write import Write

METHODS = ("GET", "HEAD", "POST", "QUERY", "OPTIONS")
ACCEPT_QUERY = {"Accept-Query": f"{protocol.QUERY}, {protocol.FORM}"}
# A backslash may begin the code of any character (SPARQL 1.1, section 19.2).
_RELATIVE = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:)[^<>\"{}|^`\x00-\x20]*>")


def plan(request: Request, served: Served) -> Plan | Write | Response:
    """What is to be evaluated for a request, or the response to one that needs nothing evaluated.

    Raises `RequestError`.
    """
    if request.method not in METHODS:
        raise MethodNotAllowed(request.method, METHODS)
    if request.method == "OPTIONS":
        return Response(204, ACCEPT_QUERY)
    if served.is_writable and (write := updating.plan(request, served)):
        return write
    asked = _read(request, served)
    if asked is None:
        return _described(request, served)
    return _asking(asked, request, served)


def _read(request: Request, served: Served) -> Asked | None:
    try:
        return protocol.read(request, served.settings.max_body_bytes)
    except UpdateRefused:
        if not served.is_writable:
            raise
    raise BadParameter("update", "comes where a query is asked", "send it by POST")


def _asking(asked: Asked, request: Request, served: Served) -> Plan:
    accept = request.accept
    types, results, graphs = _wanted(asked.media_type, accept)
    if not (results or graphs):
        raise NotAcceptable(accept, [name for kind in ANSWERS for name in _offered(kind)])
    job = Job(
        text=asked.text,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        base=request.url if _may_be_relative(asked.text) else "",
        results=results,
        graphs=graphs,
        encodings=encodings(request),
        seconds=asked.seconds,
    )
    number, version = versions.asked(asked.version, served)
    return Plan(job, types, accept, version, keepable=request.method != "POST", number=number)


def _wanted(media_type: str, accept: str) -> Wanted:
    """What is wanted: by the format that is named, and by Accept of what that cannot hold."""
    if not media_type:
        return wanted(accept)
    named, others = wanted(media_type), wanted(accept)
    types = {kind: named.types[kind] or others.types[kind] for kind in ANSWERS}
    return Wanted(types, named.results or others.results, named.graphs or others.graphs)


def _may_be_relative(text: str) -> bool:
    """Whether the answer may depend on the address; a very long query is not searched."""
    return len(text) > LONG_CHARACTERS or _RELATIVE.search(text) is not None


def _described(request: Request, served: Served) -> Response:
    media_type = chosen(request, [*_offered(Kind.GRAPH), HTML])
    if media_type == HTML:
        page = rendering.render(
            "form.html", url=request.url, methods=METHODS, has_editor=served.has_pages
        )
        return Response.of(200, HTML, page, cache_control="no-cache").adding(ACCEPT_QUERY)
    content = description.document(request.url, media_types(Kind.GRAPH.formats)[media_type], served)
    coding = next(iter(encodings(request)), "")
    content = encoded(content, coding) if coding else content
    told = {"Content-Encoding": coding} if coding else {}
    response = Response.of(200, media_type, content, cache_control="no-cache")
    return response.adding(ACCEPT_QUERY | told)


def _offered(kind: Kind) -> list[str]:
    return list(media_types(kind.formats))
