"""What can go wrong for a client, in one tree.

ClientError            one sentence, a `hint`, the `status`, and the `problem` document
├── Unreachable        no answer is to be had at the address
│   └── TimedOut       not in the time that the client gives it
├── Refused            the server refused the request, for a reason that has no class here
│   ├── BadQuery       the query is at fault: `line`, `column` and `token`, where they are told
│   ├── NotFound       nothing is at the address, or no question has the name
│   ├── OverLimit      the query, or its answer, is over a limit
│   └── Busy           asking again in `retry_seconds` may help
├── Cut                the answer ended before its end: what came is no answer
├── Malformed          what came is no answer to a query
└── MissingPackage     pandas or rdflib is not installed
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ClientError(Exception):
    """The root: `str()` is one sentence; `status` is 0 where there was no answer."""

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        status: int = 0,
        problem: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.hint = hint
        self.status = status
        self.problem = dict(problem or {})


class Unreachable(ClientError):
    """No answer is to be had at the address."""


class TimedOut(Unreachable):
    """No answer came in the time that the client gives it."""


class Refused(ClientError):
    """The server refused the request; the sentence is its own."""


class BadQuery(Refused):
    """The query is at fault."""

    @property
    def line(self) -> int:
        """The line at which it goes wrong, from 1; 0 where that is not told."""
        return int(self.problem.get("line", 0))

    @property
    def column(self) -> int:
        """The column at which it goes wrong, from 1; 0 where that is not told."""
        return int(self.problem.get("column", 0))

    @property
    def token(self) -> str:
        """The text that does not belong there; empty where that is not told."""
        return str(self.problem.get("token", ""))


class NotFound(Refused):
    """Nothing is at the address."""


class OverLimit(Refused):
    """The query, or its answer, is over a limit."""

    @property
    def limit(self) -> float:
        """The limit; 0 where it is not told."""
        return float(self.problem.get("limit", 0))


class Busy(Refused):
    """Asking again may help."""

    retry_seconds: int = 1


class Cut(ClientError):
    """The answer ended before its end."""


class Malformed(ClientError):
    """What came is no answer to a query."""


class MissingPackage(ClientError):
    """A package that a method needs is not installed."""

    def __init__(self, name: str, method: str) -> None:
        super().__init__(f"Client.{method} needs {name}", hint=f"pip install {name}")


# By the end of a problem's type (RFC 9457), for servers that tell it; else by the status.
BY_PROBLEM: Mapping[str, type[Refused]] = {
    "out-of-time": OverLimit,
    "out-of-memory": OverLimit,
    "over-limit": OverLimit,
    "too-many-rows": OverLimit,
    "too-many-bytes": OverLimit,
    "too-many-asked": OverLimit,
}
BY_STATUS: Mapping[int, type[Refused]] = {
    400: BadQuery,
    404: NotFound,
    413: OverLimit,
    422: OverLimit,
    429: Busy,
    503: Busy,
}


def refused(
    status: int, problem: Mapping[str, Any], text: str, headers: Mapping[str, str]
) -> Refused:
    """The error for an answer that is none, in the words of its problem document."""
    slug = str(problem.get("type", "")).rpartition("/")[2]
    kind = BY_PROBLEM.get(slug) or BY_STATUS.get(status, Refused)
    message = str(problem.get("detail") or problem.get("title") or text or f"status {status}")
    hint = str(problem.get("hint", ""))
    fault = kind(message, hint=hint, status=status, problem=problem)
    if isinstance(fault, Busy):
        told = headers.get("Retry-After", "")
        fault.retry_seconds = int(told) if told.isascii() and told.isdigit() else 1
    return fault
