"""The language of a page: that of the address, else the one that the reader prefers."""

from __future__ import annotations

from functools import lru_cache

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from souverain.http.message import Request
from souverain.pages import LANGUAGES
from souverain.web import protocol
from souverain.web.refusals import BadParameter

LANGUAGE = "lang"


def language(request: Request) -> str:
    """The language to answer in; raises `BadParameter` for one that the site does not have."""
    given = protocol.values(protocol.parameters(request.query, "query string"), LANGUAGE)
    if not given:
        return preferred(request)
    if len(given) > 1 or given[0] not in LANGUAGES:
        raise BadParameter(LANGUAGE, "is no language of these pages", "give lang=en or lang=fr")
    return given[0]


def preferred(request: Request) -> str:
    """The language that the reader prefers, whatever the address says (RFC 9110, 12.5.4)."""
    return _best(request.headers.get("accept-language", ""))


@lru_cache(maxsize=256)
def _best(header: str) -> str:
    accept = parse_accept_header(header, LanguageAccept)
    return str(accept.best_match(LANGUAGES, LANGUAGES[0]))
