"""What the site for people answers: documents that are made where the data are held."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from souverain.document import Asked
from souverain.http.message import Request, Response
from souverain.pages import LANGUAGES, MEDIA_TYPES
from souverain.query.job import Job
from souverain.web import protocol
from souverain.web.negotiation import quality, ranges
from souverain.web.plan import Plan, encodings
from souverain.web.refusals import BadParameter, MethodNotAllowed
from souverain.web.served import Served

METHODS = ("GET", "HEAD", "OPTIONS")
LANGUAGE = "lang"


def plan(request: Request, served: Served) -> Plan | Response:
    """What is to be made for a request; raises `RequestError`."""
    if request.method not in METHODS:
        raise MethodNotAllowed(request.method, METHODS)
    if request.method == "OPTIONS":
        return Response(204, {})
    address = urlsplit(request.url)
    asked = Asked(
        path=address.path,
        query=request.query.decode("latin-1"),
        accept=_wanted(request.accept),
        language=_language(request),
        origin=f"{address.scheme}://{address.netloc}",
    )
    job = Job(asked=tuple(asked), encodings=encodings(request))
    return Plan(job, {}, request.accept, served.version)


def _language(request: Request) -> str:
    """The language of the page: that of the address, else the one that the reader prefers."""
    given = protocol.values(protocol.parameters(request.query, "query string"), LANGUAGE)
    if not given:
        return _preferred(request.headers.get("accept-language", ""))
    if len(given) > 1 or given[0] not in LANGUAGES:
        raise BadParameter(LANGUAGE, "is no language of these pages", "give lang=en or lang=fr")
    return given[0]


@lru_cache(maxsize=256)
def _preferred(header: str) -> str:
    accept = parse_accept_header(header, LanguageAccept)
    return str(accept.best_match(LANGUAGES, LANGUAGES[0]))


@lru_cache(maxsize=256)
def _wanted(accept: str) -> str:
    """The media types of the site that are taken, the most wanted first."""
    asked = ranges(accept)
    weights = {name: quality(asked, name) for name in MEDIA_TYPES}
    taken = [name for name in MEDIA_TYPES if weights[name] > 0]
    return ",".join(sorted(taken, key=lambda name: -weights[name]))
