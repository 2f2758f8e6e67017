"""One request to a service, and what came back, whatever that is.

Redirects are not followed: an address that moved is for a person to change.
"""

from __future__ import annotations

import http.client
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from SPARQLWrapper import JSON, POST, SPARQLExceptions, SPARQLWrapper

from souverain.errors import ServiceFailed, ServiceTooLarge, ServiceTooSlow

SLICE_BYTES = 65_536
GZIP = 16 + zlib.MAX_WBITS
AGAIN = "run the same command again later: what was answered is kept"
# The statuses for which SPARQLWrapper 2.0 has exceptions of its own, which do not tell them.
STATUSES = {
    SPARQLExceptions.QueryBadFormed: 400,
    SPARQLExceptions.Unauthorized: 401,
    SPARQLExceptions.EndPointNotFound: 404,
    SPARQLExceptions.URITooLong: 414,
    SPARQLExceptions.EndPointInternalError: 500,
}
MOVED = 302
BROKEN = (OSError, http.client.HTTPException, zlib.error)


@dataclass(frozen=True)
class Reply:
    """What came back: header names are in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def media_type(self) -> str:
        """The media type that it says it has, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class _Staying(HTTPRedirectHandler):
    """Follows no redirect, which then is an answer like any other."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Exchange:
    """Sends requests as `agent`; each may take so many `seconds` and bring so many bytes."""

    def __init__(self, agent: str, seconds: float, most_bytes: int) -> None:
        self._agent = agent
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._opener = build_opener(_Staying)

    def get(self, address: str, parameters: Mapping[str, str]) -> Reply:
        """The answer to a GET with these parameters; raises `ServiceError` where none comes."""
        request = Request(
            f"{address}?{urlencode(parameters)}",
            headers={
                "Accept": "application/json",
                "Accept-Encoding": "gzip",
                "User-Agent": self._agent,
            },
        )
        until = time.monotonic() + self._seconds
        try:
            with self._opener.open(request, timeout=self._seconds) as response:
                return self._read(address, response.status, response.headers, response, until)
        except HTTPError as fault:
            return self._refused(address, fault, until)
        except BROKEN as fault:
            raise self._unreached(address, fault) from fault

    def select(self, address: str, query: str) -> Reply:
        """The answer to a SELECT, by POST as a form (SPARQL 1.1 Protocol, section 2.1.2).

        Raises `ServiceError` where none comes.
        """
        asked = SPARQLWrapper(address, returnFormat=JSON, agent=self._agent)
        asked.setQuery(query)
        asked.setMethod(POST)
        asked.setOnlyConneg(True)
        asked.setTimeout(max(round(self._seconds), 1))
        until = time.monotonic() + self._seconds
        try:
            response = asked.query().response
        except HTTPError as fault:
            return self._refused(address, fault, until)
        except SPARQLExceptions.SPARQLWrapperException as fault:
            return Reply(STATUSES.get(type(fault), 500), body=str(fault).encode("utf-8"))
        except BROKEN as fault:
            raise self._unreached(address, fault) from fault
        with response:
            if response.geturl() != address:
                return Reply(MOVED, {"location": response.geturl()})
            try:
                return self._read(address, response.status, response.headers, response, until)
            except BROKEN as fault:
                raise self._unreached(address, fault) from fault

    def _refused(self, address: str, fault: HTTPError, until: float) -> Reply:
        """The answer that urllib took for an exception."""
        with fault:
            try:
                return self._read(address, fault.code, fault.headers, fault, until)
            except BROKEN as broken:
                raise self._unreached(address, broken) from broken

    def _read(self, address: str, status: int, headers: Any, stream: Any, until: float) -> Reply:
        told = {name.lower(): str(text) for name, text in headers.items()}
        packed = told.get("content-encoding", "").strip().lower() == "gzip"
        unpack = zlib.decompressobj(GZIP) if packed else None
        body = bytearray()
        while data := stream.read1(SLICE_BYTES):
            body += unpack.decompress(data, self._most_bytes) if unpack else data
            if len(body) > self._most_bytes or (unpack and unpack.unconsumed_tail):
                raise ServiceTooLarge(
                    address, f"answers with more than {self._most_bytes} bytes", hint=AGAIN
                )
            if time.monotonic() > until:
                raise self._too_slow(address)
        return Reply(status, told, bytes(body))

    def _unreached(self, address: str, fault: BaseException) -> ServiceFailed | ServiceTooSlow:
        cause = fault.reason if isinstance(fault, URLError) else fault
        if isinstance(cause, TimeoutError):
            return self._too_slow(address)
        reason = getattr(cause, "strerror", None) or "the connection ended"
        return ServiceFailed(address, f"cannot be reached: {reason}", hint=AGAIN)

    def _too_slow(self, address: str) -> ServiceTooSlow:
        return ServiceTooSlow(
            address, f"did not answer within {self._seconds:g} seconds", hint=AGAIN
        )
