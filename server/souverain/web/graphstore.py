"""What `/store` answers, by the Graph Store HTTP Protocol; `storing` has its writing side.

`?graph=IRI` and `?default` name a graph indirectly; an address below `/store/` is itself the name
of one. Without any of these it is the whole dataset, in a format that keeps the graphs' names.
"""

from __future__ import annotations

from urllib.parse import urljoin

from souverain.errors import NoSuchGraph
from souverain.formats import DATASET_FORMATS, GRAPH_FORMATS, Format, Kind
from souverain.http.message import Request, Response
from souverain.iri import is_absolute
from souverain.query.job import Job
from souverain.web import storing, versions
from souverain.web.plan import Plan, chosen, encodings, media_types
from souverain.web.protocol import parameters, values
from souverain.web.refusals import BadParameter, MethodNotAllowed
from souverain.web.served import Served
from souverain.web.write import Write

METHODS = ("GET", "HEAD", "OPTIONS")
PATH = "/store"
EVERYTHING = None


def plan(request: Request, served: Served) -> Plan | Write | Response:
    """What is to be read or written for a request, or the response to one that needs neither.

    Raises `RequestError`, or `NoSuchGraph`.
    """
    methods = (*METHODS, *storing.METHODS) if served.is_writable else METHODS
    if request.method not in methods:
        raise MethodNotAllowed(request.method, methods)
    if request.method in storing.METHODS:
        return storing.plan(request, served, _named(request))
    if request.method == "OPTIONS":
        return Response(204, {})
    name = _named(request)
    number, version = versions.of(request, served)
    if name and not number and name not in served.summary.named:
        raise NoSuchGraph(name)
    formats = DATASET_FORMATS if name is EVERYTHING else GRAPH_FORMATS
    media_type = chosen(request, list(media_types(formats)))
    job = Job(
        graphs=_format(formats, media_type),
        encodings=encodings(request),
        graph=name,
        everything=name is EVERYTHING,
    )
    return Plan(job, {Kind.GRAPH: media_type}, request.accept, version, number=number)


def _named(request: Request) -> str | None:
    """The name of the graph that is asked for, empty for the default graph."""
    given = parameters(request.query, "query string")
    names, default = values(given, "graph"), values(given, "default")
    direct = [request.url] if not request.url.rstrip("/").endswith(PATH) else []
    asked = [*names, *direct, *("" for _ in default)]
    if len(asked) > 1:
        raise BadParameter("graph", "is given with another graph", "ask for one graph at a time")
    if not asked:
        return EVERYTHING
    if names and not names[0]:
        raise BadParameter("graph", "is empty", "give an IRI, or ?default for the default graph")
    name = urljoin(request.url, asked[0]) if asked[0] and not is_absolute(asked[0]) else asked[0]
    if name and not is_absolute(name):
        raise BadParameter("graph", f"is no IRI: {asked[0]}", "give its whole IRI")
    return name


def _format(formats: tuple[Format, ...], media_type: str) -> str:
    return media_types(formats)[media_type].name
