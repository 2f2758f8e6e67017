"""The endpoints that may be asked: those on a list of the operator's, and no others."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from souverain.errors import QueryRefused, UsageError
from souverain.iri import is_absolute

PORTS = {"http": 80, "https": 443}
LOCALHOST = "localhost"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Endpoint(NamedTuple):
    """One endpoint: its IRI as it stands in queries, and the parts of it that a request needs.

    `is_near` says that the list names the machine itself or its very address: then it need not be
    a public one.
    """

    iri: str
    host: str
    port: int
    authority: str
    target: str
    is_secure: bool
    is_near: bool


Endpoints = Mapping[str, Endpoint]


def endpoints(text: str, option: str = "--service-allow") -> dict[str, Endpoint]:
    """The addresses of a list with commas between, by their IRIs; raises `UsageError`."""
    return {part: endpoint(part, option) for part in map(str.strip, text.split(",")) if part}


def refusal(iri: str, allowed: Endpoints) -> QueryRefused:
    """The error for an endpoint that is not on the list."""
    return QueryRefused(
        f"SERVICE may not ask <{iri}>" if iri else "SERVICE names no endpoint",
        hint=f"the endpoints that may be asked are {', '.join(f'<{name}>' for name in allowed)}",
    )


def endpoint(iri: str, option: str) -> Endpoint:
    """The parts of one address; raises `UsageError`, in which `option` is where it came from."""
    try:
        parts = urlsplit(iri)
        port = parts.port or PORTS[parts.scheme]
        (parts.hostname or "").encode("idna")
    except (ValueError, KeyError):
        raise _none(option, iri, "it is no address of HTTP") from None
    if "*" in iri or not iri.isascii() or not is_absolute(iri):
        raise _none(option, iri, "each stands for itself alone, and is written in ASCII")
    if not parts.hostname or parts.username is not None or parts.fragment:
        raise _none(option, iri, "it has a host, and neither user nor fragment")
    host = parts.hostname
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    is_near = host == LOCALHOST or literal(host) is not None
    return Endpoint(iri, host, port, parts.netloc, target, parts.scheme == "https", is_near)


def literal(host: str) -> Address | None:
    """The address that a host is written as, if it is one."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _none(option: str, iri: str, reason: str) -> UsageError:
    return UsageError(
        f"{option} cannot hold {iri!r}: {reason}",
        hint="give whole addresses with commas between, such as https://query.wikidata.org/sparql",
    )
