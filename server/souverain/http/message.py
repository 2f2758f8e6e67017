"""A request and a response, as every server and framework can give and take them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

# Everything that is sent carries these.
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
HTML = "text/html"


@dataclass(frozen=True)
class Request:
    """What was asked: `url` ends before the `?`, and the names of headers are in lower case.

    `client` is the address that is held to its share: the peer's, or the one that a trusted proxy
    names.
    """

    method: str
    url: str
    query: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    client: str = ""

    @property
    def accept(self) -> str:
        """What the client takes; everything where it does not say."""
        return self.headers.get("accept", "").strip() or "*/*"

    @property
    def media_type(self) -> str:
        """That of the body, without its parameters; empty where the client does not say."""
        return media_type(self.headers)


@dataclass(frozen=True)
class Response:
    """What is answered.

    A body is bytes, chunks of them, or chunks that are waited for; one with a method `close` or
    `aclose` wants it called at the end. Chunks that end in an error are a body that was cut.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes | Iterable[bytes] | AsyncIterator[bytes] = b""

    @classmethod
    def of(cls, status: int, media_type: str, content: bytes, **headers: str) -> Self:
        """A response whose body is at hand; a header's name is written with low lines."""
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        return cls(status, {**typed(media_type, len(content)), **named}, content)

    def adding(self, headers: Mapping[str, str]) -> Self:
        """The same, with more headers."""
        return replace(self, headers={**headers, **self.headers})


def typed(media_type: str, length_bytes: int | None = None) -> dict[str, str]:
    """The headers that describe a body, whose length may not be known; text is always UTF-8."""
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    told = {"Content-Type": media_type + charset}
    return told if length_bytes is None else told | {"Content-Length": str(length_bytes)}


def media_type(headers: Mapping[str, str]) -> str:
    """What a `content-type` says, without its parameters (RFC 9110, section 8.3)."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()
