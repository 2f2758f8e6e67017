"""What pages are dressed with: style sheets and scripts, read once, and kept by browsers."""

from __future__ import annotations

import hashlib
import mimetypes
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from souverain.errors import NoSuchPage
from souverain.http.message import Request, Response
from souverain.pages import assets
from souverain.query.coding import encoded
from souverain.web.plan import encodings, known_tags
from souverain.web.refusals import MethodNotAllowed
from souverain.web.served import Served

METHODS = ("GET", "HEAD", "OPTIONS")
PATH = "/assets"
# The address of an asset changes with its content.
LASTING = "public, max-age=31536000, immutable"


class _Asset(NamedTuple):
    media_type: str
    tag: str
    content: bytes


def plan(request: Request, served: Served) -> Response:
    """The asset; raises `RequestError`."""
    if request.method not in METHODS:
        raise MethodNotAllowed(request.method, METHODS)
    if request.method == "OPTIONS":
        return Response(204, {})
    name = urlsplit(request.url).path.removeprefix(PATH).lstrip("/")
    found = _all().get(name)
    if found is None:
        raise NoSuchPage(f"{PATH}/{name}")
    told = {"ETag": found.tag, "Cache-Control": LASTING}
    if found.tag in known_tags(request.headers.get("if-none-match", "")):
        return Response(304, told)
    coding = next(iter(encodings(request)), "")
    content = _encoded(name, coding) if coding else found.content
    response = Response.of(200, found.media_type, content)
    return response.adding(told | ({"Content-Encoding": coding} if coding else {}))


@cache
def _all() -> dict[str, _Asset]:
    return {
        name: _Asset(_media_type(name), f'W/"{_digest(content)}"', content)
        for name, content in assets.read().items()
    }


@cache
def _encoded(name: str, coding: str) -> bytes:
    return encoded(_all()[name].content, coding)


def _media_type(name: str) -> str:
    found = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return "text/javascript" if found == "application/javascript" else found


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
