"""What `/reconcile` answers: its queries come in the address, in a form, or as JSON.

The answers are made where the data are held, as pages are, and within the same limits.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from souverain.errors import NoSuchPage
from souverain.http.message import Request, Response
from souverain.web import documents, protocol
from souverain.web.plan import Plan
from souverain.web.refusals import BodyTooLarge, MethodNotAllowed, UnsupportedBody
from souverain.web.served import Served

PATH = "/reconcile"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
JSON = "application/json"
TAKEN = (protocol.FORM, JSON)


def plan(request: Request, served: Served) -> Plan | Response:
    """What is to be made for a request; raises `RequestError`, and `NoSuchPage` without a site."""
    if request.method not in METHODS:
        raise MethodNotAllowed(request.method, METHODS)
    if not served.has_pages:
        raise NoSuchPage(PATH, hint="names are linked where a project is served")
    if request.method != "POST":
        return documents.plan(request, served)
    asked = replace(request, method="GET", query=_joined(request, served.settings.max_body_bytes))
    planned = documents.plan(asked, served)
    return replace(planned, keepable=False) if isinstance(planned, Plan) else planned


def _joined(request: Request, max_body_bytes: int) -> bytes:
    """The query string and the body as one; a body in JSON is a batch of queries."""
    if len(request.body) > max_body_bytes:
        raise BodyTooLarge(max_body_bytes)
    if request.media_type not in TAKEN:
        raise UnsupportedBody(request.media_type, TAKEN)
    body = request.body
    if request.media_type == JSON:
        body = b"queries=" + quote(protocol.decoded(body, "body"), safe="").encode("ascii")
    return b"&".join(filter(None, (request.query, body)))
