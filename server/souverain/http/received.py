"""A request as it came: cheap to make for every one, and made into a `Request` where needed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from souverain.http.message import Request
from souverain.http.origin import Origin

_ABSOLUTE = re.compile(rb"(?i:https?)://([^/?#]+)(.*)", re.DOTALL)


@dataclass(slots=True)
class Received:
    """What came: names of headers are in lower case, and those sent twice are joined by commas."""

    method: bytes
    target: bytes
    headers: dict[bytes, bytes]
    body: bytes
    keep_alive: bool
    version: str
    origin: Origin

    @property
    def client(self) -> str:
        """The address that is held to its share."""
        return self.origin.client(self.headers)

    def request(self) -> Request:
        """The same as a `Request`; never fails, so that it can describe what is refused."""
        authority, target = split(self.target)
        path, _, query = target.partition(b"?")
        return Request(
            method=self.method.decode("latin-1"),
            url=self.origin.base(self.headers, authority) + path.decode("latin-1"),
            query=query,
            headers={
                name.decode("latin-1"): value.decode("latin-1")
                for name, value in self.headers.items()
            },
            body=self.body,
            client=self.client,
        )


def split(target: bytes) -> tuple[bytes, bytes]:
    """The host that a target names, if any, and the path with the query (RFC 9112, 3.2).

    The path of `*` is empty: it stands for the server as a whole.
    """
    if target == b"*":
        return b"", b""
    absolute = _ABSOLUTE.fullmatch(target)
    if absolute is None:
        return b"", target
    authority, rest = absolute.groups()
    return authority, rest if rest.startswith(b"/") else b"/" + rest
