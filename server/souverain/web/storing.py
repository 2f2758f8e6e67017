"""The writing side of the Graph Store HTTP Protocol (SPARQL 1.1), at `/store`."""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator

from werkzeug.formparser import MultiPartParser
from werkzeug.http import parse_options_header

from souverain import patch
from souverain.formats import GRAPH_FORMATS, Format
from souverain.http.message import Request
from souverain.query.job import Change, Job
from souverain.web import access, protocol
from souverain.web.plan import media_types
from souverain.web.refusals import (
    BadEncoding,
    BadParameter,
    BodyTooLarge,
    RequestError,
    UnsupportedBody,
)
from souverain.web.served import Served
from souverain.web.write import Write, write

METHODS = ("PUT", "POST", "DELETE", "PATCH")
MULTIPART = "multipart/form-data"
# What a body without a type is taken for: N-Triples is Turtle too.
DEFAULT = "text/turtle"
_DEEDS = {"PUT": Change.REPLACE, "POST": Change.MERGE, "DELETE": Change.REMOVE}
_ALL = media_types(GRAPH_FORMATS)
# What comes in one of them names its graphs itself.
_DATASETS = ("trig", "nquads")


def plan(request: Request, served: Served, name: str | None) -> Write:
    """The write for a request to the graph of that name, or, with `None`, to the whole store.

    Raises `RequestError`.
    """
    token = access.holder(request, served.keyring)
    if len(request.body) > served.settings.max_body_bytes:
        raise BodyTooLarge(served.settings.max_body_bytes)
    if request.method == "PATCH":
        return write(request, _patching(request, name), token, is_told=True)
    if request.method == "DELETE":
        return write(request, Job(graph=_one(name), change=Change.REMOVE.value), token)
    payloads = tuple(_payloads(request))
    if name is None and not any(format in _DATASETS for format, _ in payloads):
        # A graph without a name gets one (section 5.5).
        name = (
            f"{request.url.rstrip('/')}/{uuid.uuid4()}" if request.method == "POST" else _one(name)
        )
    if name is None and request.method == "PUT":
        _one(name)
    job = Job(graph=name, base=request.url, change=_DEEDS[request.method].value, payloads=payloads)
    return write(request, job, token, created=name or "")


def _one(name: str | None) -> str:
    if name is None:
        raise BadParameter(
            "graph",
            "is missing",
            "name one graph with ?graph=IRI, or the default one with ?default",
        )
    return name


def _patching(request: Request, name: str | None) -> Job:
    """PATCH: an update of the one graph (section 5.7), or an RDF Patch of the whole store."""
    media_type = request.media_type
    text = protocol.decoded(request.body, "body")
    if media_type == protocol.UPDATE:
        return Job(text=text, graph=_one(name), base=request.url, change=Change.AMEND.value)
    if media_type == patch.MEDIA_TYPE:
        return Job(text=text, change=Change.APPLY.value)
    raise UnsupportedBody(media_type, (protocol.UPDATE, patch.MEDIA_TYPE), "Accept-Patch")


def _payloads(request: Request) -> Iterator[tuple[str, bytes]]:
    """Each document that was sent, with the name of its format."""
    media_type = request.media_type
    if media_type != MULTIPART:
        yield _format(media_type or DEFAULT).name, request.body
        return
    _, options = parse_options_header(request.headers["content-type"])
    try:
        boundary = options["boundary"].encode("ascii")
        parser = MultiPartParser(max_form_parts=100)
        form, files = parser.parse(io.BytesIO(request.body), boundary, len(request.body))
    except (ValueError, KeyError):
        raise BadEncoding("multipart body") from None
    except Exception as fault:
        raise RequestError(
            f"the multipart body cannot be read: {fault}", hint="send each document as one file"
        ) from None
    for _, file in files.items(multi=True):
        yield _format((file.mimetype or DEFAULT).lower()).name, file.read()
    for _, text in form.items(multi=True):
        yield _format(DEFAULT).name, text.encode("utf-8")


def _format(media_type: str) -> Format:
    if media_type not in _ALL:
        raise UnsupportedBody(media_type, (*_ALL, MULTIPART))
    return _ALL[media_type]
