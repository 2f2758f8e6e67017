"""What is wrong with a request before its query is looked at.

RequestError               one clear sentence, and headers that go with it
├── MissingQuery           nothing is asked
├── RepeatedQuery          more than one thing is asked
├── BadParameter           a parameter with a value that makes no sense
├── BadEncoding            not UTF-8, or a broken percent-escape
├── UnsupportedBody        a body of another media type
├── BodyTooLarge           a body over the limit
├── UpdateRefused          a write, where nothing can be written
├── TokenRefused           a write without a token that is worth something
├── ScopeTooSmall          a write that asks for more than the token's scope
├── PreconditionFailed     a write that its client wants undone as things are
├── MethodNotAllowed       a method that the address does not know
└── NotAcceptable          an answer in none of the media types that would be taken
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from souverain.errors import SouverainError


class RequestError(SouverainError):
    """The root; `headers` go into the response."""

    headers: Mapping[str, str] = MappingProxyType({})


class MissingQuery(RequestError):
    """Nothing is asked."""

    def __init__(self) -> None:
        super().__init__(
            "the request has no parameter query",
            hint="GET /sparql?query=…, or POST the query as application/sparql-query",
        )


class RepeatedQuery(RequestError):
    """More than one thing is asked."""

    def __init__(self) -> None:
        super().__init__("the request has more than one query", hint="send one at a time")


class BadParameter(RequestError):
    """A parameter with a value that makes no sense."""

    def __init__(self, name: str, reason: str, hint: str) -> None:
        super().__init__(f"the parameter {name} {reason}", hint=hint)


class BadEncoding(RequestError):
    """Not UTF-8, or a broken percent-escape; `where` names the part of the request."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"the {where} is not percent-encoded UTF-8"
            if where != "body"
            else "the body is not UTF-8",
            hint="encode the query as UTF-8",
        )


class UnsupportedBody(RequestError):
    """A body of another media type than those that are taken."""

    def __init__(self, media_type: str, taken: Sequence[str], header: str = "Accept-Post") -> None:
        super().__init__(
            f"a body of type {media_type} is not taken" if media_type else "the body has no type",
            hint=f"send one of {', '.join(taken)}",
        )
        self.headers = {header: ", ".join(taken)}


class BodyTooLarge(RequestError):
    """A body over the limit."""

    def __init__(self, limit_bytes: int) -> None:
        super().__init__(f"the body is larger than {limit_bytes} bytes", hint="send less at once")


class UpdateRefused(RequestError):
    """A write, where nothing can be written."""

    def __init__(self, reason: str = "this endpoint is read-only: it takes no updates") -> None:
        super().__init__(
            reason, hint="ask with the parameter query, or the type application/sparql-query"
        )


class TokenRefused(RequestError):
    """A write without a token that is worth something (RFC 6750, section 3)."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            reason or "writing needs a token",
            hint="send it in the header: Authorization: Bearer TOKEN",
        )
        told = f', error="invalid_token", error_description="{reason}"' if reason else ""
        self.headers = {"WWW-Authenticate": f'Bearer realm="souverain"{told}'}


class ScopeTooSmall(RequestError):
    """A write that asks for more than the scope of its token."""

    def __init__(self, scope: str, needed: str) -> None:
        super().__init__(
            f"the token has the scope {scope}, and this needs the scope {needed}",
            hint=f"make one with: souverain token add --scope {needed}",
        )
        told = f'Bearer realm="souverain", error="insufficient_scope", scope="{needed}"'
        self.headers = {"WWW-Authenticate": told}


class PreconditionFailed(RequestError):
    """A write that its client does not want done as things are (RFC 9110, section 13)."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"nothing was changed: {reason}",
            hint="look at what is there; ?parent=N holds a write to the version N",
        )


class MethodNotAllowed(RequestError):
    """A method that the address does not know."""

    def __init__(self, method: str, allowed: Sequence[str]) -> None:
        super().__init__(
            f"{method} is not allowed here", hint=f"the methods are {', '.join(allowed)}"
        )
        self.headers = {"Allow": ", ".join(allowed)}


class NotAcceptable(RequestError):
    """An answer in none of the media types that would be taken."""

    def __init__(self, accept: str, offered: Sequence[str]) -> None:
        super().__init__(
            f"no answer can be given as {accept}",
            hint=f"the answer is offered as {', '.join(offered)}",
        )
        self.offered = tuple(offered)
