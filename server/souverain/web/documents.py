"""What the site for people answers: documents that are made where the data are held."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from souverain.document import Asked
from souverain.http.message import Request, Response
from souverain.pages import MEDIA_TYPES
from souverain.query.job import Job
from souverain.web import versions
from souverain.web.language import language
from souverain.web.negotiation import quality, ranges
from souverain.web.plan import Plan, encodings
from souverain.web.refusals import MethodNotAllowed
from souverain.web.served import Served

METHODS = ("GET", "HEAD", "OPTIONS")


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
        language=language(request),
        origin=f"{address.scheme}://{address.netloc}",
    )
    job = Job(asked=tuple(asked), encodings=encodings(request))
    # The site itself says what is wrong with a version of files.
    of_store = served.summary.number > 0
    number, version = versions.of(request, served) if of_store else (0, served.version)
    return Plan(job, {}, request.accept, version, number=number)


@lru_cache(maxsize=256)
def _wanted(accept: str) -> str:
    """The media types of the site that are taken, the most wanted first."""
    asked = ranges(accept)
    weights = {name: quality(asked, name) for name in MEDIA_TYPES}
    taken = [name for name in MEDIA_TYPES if weights[name] > 0]
    return ",".join(sorted(taken, key=lambda name: -weights[name]))
