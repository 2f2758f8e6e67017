"""The query in a request, by the SPARQL 1.1 Protocol, section 2.1."""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass

from souverain.formats import BY_NAME
from souverain.http.message import Request
from souverain.web.refusals import (
    BadEncoding,
    BadParameter,
    BodyTooLarge,
    MissingQuery,
    RepeatedQuery,
    UnsupportedBody,
    UpdateRefused,
)

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_BROKEN_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
MOST_FIELDS = 1000
_SECONDS = re.compile(r"\d{1,6}(\.\d{1,6})?", re.ASCII)

Parameters = list[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """What a request asks: the query, the graphs that are its dataset, and how long it waits.

    `seconds` is 0 where the client names no time; `media_type` is that of the format that it names,
    which counts more than its Accept header, and empty where it names none. `version` is what the
    client calls the version of the data, and empty for the current one.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    seconds: float = 0.0
    media_type: str = ""
    version: str = ""


def read(request: Request, max_body_bytes: int) -> Asked | None:
    """What is asked, or nothing where a GET asks for none; raises `RequestError`.

    Parameters that the protocol does not know are passed over, but for `timeout`, in seconds, and
    `format`, for forms and links, which cannot set a header. Clients send all sorts of `format`
    beside their Accept: one that names none of ours says nothing.
    """
    if request.method in ("POST", "QUERY"):
        return _asked(_posted(request, max_body_bytes))
    return _asked(parameters(request.query, "query string")) if request.query else None


def _posted(request: Request, max_body_bytes: int) -> Parameters:
    if len(request.body) > max_body_bytes:
        raise BodyTooLarge(max_body_bytes)
    media_type = request.media_type
    if media_type == UPDATE:
        raise UpdateRefused
    if media_type not in (FORM, QUERY):
        raise UnsupportedBody(media_type, (FORM, QUERY))
    addressed = parameters(request.query, "query string")
    if media_type == FORM:
        return addressed + parameters(request.body, "form")
    return [*addressed, ("query", decoded(request.body, "body"))]


def _asked(given: Parameters) -> Asked:
    found: dict[str, list[str]] = {}
    for name, value in given:
        found.setdefault(name, []).append(value)
    if "update" in found:
        raise UpdateRefused
    texts = found.get("query", ())
    if not texts:
        raise MissingQuery
    if len(texts) > 1:
        raise RepeatedQuery
    return Asked(
        texts[0],
        tuple(found.get("default-graph-uri", ())),
        tuple(found.get("named-graph-uri", ())),
        _seconds(found.get("timeout", ())),
        _media_type(found.get("format", ())),
        found.get("version", [""])[0],
    )


def _seconds(given: Sequence[str]) -> float:
    if not given:
        return 0.0
    if len(given) > 1 or not _SECONDS.fullmatch(given[0]) or not float(given[0]):
        raise BadParameter("timeout", "is no number of seconds", "give one, such as timeout=2.5")
    return float(given[0])


def _media_type(given: Sequence[str]) -> str:
    named = BY_NAME.get(given[0]) if len(given) == 1 else None
    return named.media_type if named else ""


def values(given: Parameters, name: str) -> tuple[str, ...]:
    """The values of a parameter, in order."""
    return tuple(value for key, value in given if key == name)


def parameters(encoded: bytes, where: str) -> Parameters:
    """The parameters of a query string or form; `where` is what an error calls it.

    All others wait meanwhile, so that a megabyte must be read in milliseconds.
    """
    fields = [field for field in encoded.split(b"&", MOST_FIELDS) if field]
    if len(fields) > MOST_FIELDS:
        raise BadParameter("query", f"is one of more than {MOST_FIELDS}", "send fewer parameters")
    if _BROKEN_ESCAPE.search(encoded):
        raise BadEncoding(where)
    pairs = [field.partition(b"=") for field in fields]
    return [(_unescaped(name, where), _unescaped(value, where)) for name, _, value in pairs]


def _unescaped(text: bytes, where: str) -> str:
    """The text without its escapes.

    But for its sign, quoted-printable has the same escapes, and is decoded in C.
    """
    text = text.replace(b"+", b" ")
    if b"%" in text:
        text = binascii.a2b_qp(text.replace(b"=", b"%3D").replace(b"%", b"="))
    return decoded(text, where)


def decoded(content: bytes, where: str) -> str:
    """The text of UTF-8; raises `BadEncoding`, which names `where`."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise BadEncoding(where) from None


def version(given: Parameters, name: str) -> int | None:
    """The number of a version that a parameter gives; `None` without one.

    Raises `BadParameter`.
    """
    text = next(iter(values(given, name)), "")
    if text and not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadParameter(name, "is no number of a version", f"give one, such as {name}=12")
    return int(text) if text else None
