"""The update in a request, by the SPARQL 1.1 Protocol, section 2.2."""

from __future__ import annotations

from souverain import syntax
from souverain.http.message import Request
from souverain.query.job import Change, Job
from souverain.web import access, protocol
from souverain.web.refusals import BadParameter, BodyTooLarge, RepeatedQuery
from souverain.web.served import Served
from souverain.web.write import Write, write

# What empties, or copies, more than one graph at once.
_EMPTYING, _WHOLE = {"CLEAR", "DROP"}, {"ALL", "NAMED"}


def plan(request: Request, served: Served) -> Write | None:
    """The update that a request brings, or nothing where it brings none; raises `RequestError`."""
    if request.method != "POST":
        return None
    media_type = request.media_type
    if media_type not in (protocol.UPDATE, protocol.FORM):
        return None
    if len(request.body) > served.settings.max_body_bytes:
        raise BodyTooLarge(served.settings.max_body_bytes)
    given = protocol.parameters(request.query, "query string")
    if media_type == protocol.FORM:
        given += protocol.parameters(request.body, "form")
    else:
        given.append(("update", protocol.decoded(request.body, "body")))
    texts = protocol.values(given, "update")
    return _planned(request, served, given, texts) if texts else None


def _planned(
    request: Request, served: Served, given: protocol.Parameters, texts: tuple[str, ...]
) -> Write:
    if protocol.values(given, "query"):
        raise BadParameter("update", "is given with a query", "send one of the two")
    if len(texts) > 1:
        raise RepeatedQuery
    token = access.holder(request, served.keyring, _scope(texts[0]))
    job = Job(
        text=texts[0],
        default_graphs=protocol.values(given, "using-graph-uri"),
        named_graphs=protocol.values(given, "using-named-graph-uri"),
        base=request.url,
        change=Change.UPDATE.value,
    )
    return write(request, job, token, is_told=True)


def _scope(text: str) -> str:
    """The scope that an update needs: to empty everything is for those who look after the store."""
    if not any(word in text.upper() for word in _WHOLE):
        return access.WRITE
    words = syntax.words(text)
    return access.ADMIN if words & _EMPTYING and words & _WHOLE else access.WRITE
