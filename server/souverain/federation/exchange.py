"""One request to another server over HTTP: to an address that was looked at, under limits.

A query goes by POST as a form (SPARQL 1.1 Protocol, section 2.1.2), a document is had by GET.
Redirects are not followed, no content coding is taken, and the name is resolved once: what was
found fit is connected to.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from souverain.errors import ServiceFailed, ServiceTooLarge, ServiceTooSlow
from souverain.federation.allowed import Address, Endpoint, literal

JSON = "application/sparql-results+json"
FORM = "application/x-www-form-urlencoded"
SLICE_BYTES = 65_536
MOST_HEAD_BYTES = 65_536
# Addresses of IPv6 that hold one of IPv4 to which a gateway would lead on (RFC 6052).
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


@dataclass
class Answer:
    """What came back: header names are in lower case."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray)
    is_headed: bool = False
    is_complete: bool = False

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header, as the parser gives it."""
        self.headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        """Know that the body follows."""
        self.is_headed = True

    def on_body(self, data: bytes) -> None:
        """Keep a part of the body."""
        self.body += data

    def on_message_complete(self) -> None:
        """Know that it is whole."""
        self.is_complete = True

    @property
    def ends_with_connection(self) -> bool:
        """Whether the body has no end but that of the connection (RFC 9112, section 6.3)."""
        return self.is_headed and not self.headers.keys() & {"content-length", "transfer-encoding"}


class Exchange:
    """Asks endpoints, each request on a connection of its own."""

    def __init__(
        self, agent: str, seconds: float, most_bytes: int, resolve: Resolve | None = None
    ) -> None:
        self._agent = agent
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._resolve = resolve or resolved
        self._context: ssl.SSLContext | None = None

    async def post(self, endpoint: Endpoint, query: str) -> Answer:
        """The answer to a query, whatever its status; raises `ServiceError`.

        Whoever is cancelled hangs up.
        """
        body = urlencode({"query": query}).encode("ascii")
        lines = (f"Accept: {JSON}", f"Content-Type: {FORM}", f"Content-Length: {len(body)}")
        return await self._answer(endpoint, self._request("POST", endpoint, lines) + body)

    async def get(self, endpoint: Endpoint, accept: str) -> Answer:
        """A document, in one of the media types of an Accept header, as `post` gives an answer."""
        return await self._answer(endpoint, self._request("GET", endpoint, (f"Accept: {accept}",)))

    async def _answer(self, endpoint: Endpoint, request: bytes) -> Answer:
        try:
            async with asyncio.timeout(self._seconds):
                return await self._sent(endpoint, request)
        except TimeoutError:
            raise ServiceTooSlow(
                endpoint.iri, f"did not answer within {self._seconds:g} seconds"
            ) from None
        except ssl.SSLCertVerificationError as fault:
            raise ServiceFailed(
                endpoint.iri, f"shows a certificate that is not valid: {fault.verify_message}"
            ) from None
        except (OSError, EOFError) as fault:
            reason = fault.strerror if isinstance(fault, OSError) else None
            raise ServiceFailed(
                endpoint.iri, f"cannot be reached: {reason or 'the connection ended'}"
            ) from None
        except (HttpParserError, HttpParserUpgrade):
            raise ServiceFailed(endpoint.iri, "does not answer in HTTP") from None

    async def _sent(self, endpoint: Endpoint, request: bytes) -> Answer:
        address = await self._address(endpoint)
        secured: dict[str, Any] = {}
        if endpoint.is_secure:
            self._context = self._context or ssl.create_default_context()
            secured = {"ssl": self._context, "server_hostname": endpoint.host}
        reader, writer = await asyncio.open_connection(address, endpoint.port, **secured)
        try:
            writer.write(request)
            await writer.drain()
            return await self._read(endpoint, reader)
        finally:
            writer.transport.abort()

    async def _address(self, endpoint: Endpoint) -> str:
        """The address to connect to, which is a public one unless the list names it itself."""
        if literal(endpoint.host):
            return endpoint.host
        for address in await self._resolve(endpoint.host, endpoint.port):
            if endpoint.is_near or is_public(ipaddress.ip_address(address.partition("%")[0])):
                return address
        raise ServiceFailed(
            endpoint.iri,
            "has no public address",
            hint="only an address that stands in the list as such may be a private one",
        )

    def _request(self, method: str, endpoint: Endpoint, more: Sequence[str]) -> bytes:
        lines = (
            f"{method} {endpoint.target} HTTP/1.1",
            f"Host: {endpoint.authority}",
            f"User-Agent: {self._agent}",
            "Accept-Encoding: identity",
            "Connection: close",
            *more,
        )
        return "\r\n".join((*lines, "\r\n")).encode("ascii")

    async def _read(self, endpoint: Endpoint, reader: asyncio.StreamReader) -> Answer:
        answer = Answer()
        parser = HttpResponseParser(answer)
        head_bytes = 0
        while not answer.is_complete:
            data = await reader.read(SLICE_BYTES)
            if not data:
                if answer.ends_with_connection:
                    break
                raise ServiceFailed(endpoint.iri, "broke its answer off")
            if not answer.is_headed:
                head_bytes += len(data)
            parser.feed_data(data)
            if len(answer.body) > self._most_bytes or _told_bytes(answer) > self._most_bytes:
                raise ServiceTooLarge(
                    endpoint.iri, f"answers with more than {self._most_bytes} bytes"
                )
            if not answer.is_headed and head_bytes > MOST_HEAD_BYTES:
                raise ServiceFailed(endpoint.iri, "answers with a head without end")
        answer.status = parser.get_status_code()
        return answer


async def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses of a host."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(row[4][0]) for row in found]


def is_public(address: Address) -> bool:
    """Whether an address is anyone's to reach, and leads to none that is not."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in TRANSLATED:
            inner = ipaddress.IPv4Address(address.packed[-4:])
        if inner:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def _told_bytes(answer: Answer) -> int:
    """How long the body is told to be; 0 where nothing is told."""
    told = answer.headers.get("content-length", "") if answer.is_headed else ""
    return int(told[:20]) if told.isdecimal() else 0
