"""Fetching a document from an address: within limits, and from public addresses alone.

Redirects are followed (RFC 9110, section 15.4), each to an address that is looked at anew.
"""

from __future__ import annotations

import asyncio
from typing import NamedTuple
from urllib.parse import quote, urljoin

from souverain.errors import ServiceError, ServiceFailed, UsageError
from souverain.federation import allowed
from souverain.federation.allowed import Endpoint
from souverain.federation.exchange import Answer, Exchange, Resolve, is_public

AGENT = "souverain (+https://w3id.org/souverain/)"
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain"
SECONDS = 20
MOST_BYTES = 10_000_000
MOST_REDIRECTS = 5
OK = 200
REDIRECTS = {301, 302, 303, 307, 308}


class Fetched(NamedTuple):
    """A document: where it was in the end, its media type, its bytes."""

    url: str
    media_type: str
    content: bytes


def is_url(source: str) -> bool:
    """Whether a source is an address of HTTP, and no file."""
    return source.startswith(("http://", "https://"))


def fetch(
    url: str,
    *,
    private: bool = False,
    seconds: float = SECONDS,
    most_bytes: int = MOST_BYTES,
    resolve: Resolve | None = None,
) -> Fetched:
    """The document at an address; `private` lets it be on this machine or its network.

    Raises `UsageError` for what is no address, and `ServiceError` where there is no such document,
    it is too large or too slow, or its host has no public address.
    """
    exchange = Exchange(AGENT, seconds, most_bytes, resolve)
    seen = url
    for _ in range(MOST_REDIRECTS + 1):
        answer = _answer(exchange, _endpoint(seen, private))
        if answer.status not in REDIRECTS:
            break
        seen = urljoin(seen, answer.headers.get("location", ""))
        if not is_url(seen):
            raise ServiceFailed(url, f"redirects to {seen!r}", hint="give the address of a page")
    else:
        hint = "look where it leads in a browser"
        raise ServiceFailed(url, f"redirects more than {MOST_REDIRECTS} times", hint=hint)
    if answer.status != OK:
        raise ServiceFailed(
            url,
            f"answers with the status {answer.status}",
            hint="look whether it opens in a browser",
        )
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(seen, kind, bytes(answer.body))


def _answer(exchange: Exchange, endpoint: Endpoint) -> Answer:
    try:
        return asyncio.run(exchange.get(endpoint, ACCEPT))
    except ServiceError as fault:
        fault.hint = "try again later, or save the page and give the file"
        raise


def _endpoint(url: str, private: bool) -> Endpoint:
    try:
        endpoint = allowed.endpoint(_written(url), "SOURCE")
    except UsageError as fault:
        fault.hint = "give an address such as https://example.org/article, or a file"
        raise
    address = allowed.literal(endpoint.host)
    if not private and address and not is_public(address):
        raise ServiceFailed(
            url, "is no public address", hint="allow it with --private, if you know the host"
        )
    # A name, localhost too, may lead to an address that is not public only where that is let.
    return endpoint._replace(is_near=private)


def _written(url: str) -> str:
    """The address as a request has it: without a fragment, in ASCII (RFC 3986, section 2.1)."""
    scheme, slashes, rest = url.partition("#")[0].partition("//")
    host, slash, path = rest.partition("/")
    return scheme + slashes + host + quote(slash + path, safe="%/:=&?~+!$,;'@()[]")
