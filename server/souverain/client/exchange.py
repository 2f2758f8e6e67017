"""One request and its whole answer, or what went wrong."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from souverain.client.faults import ClientError, Cut, Malformed, TimedOut, Unreachable, refused

LONGEST_TEXT = 500
PROBLEM = "application/problem+json"


class _NoRedirects(HTTPRedirectHandler):
    """A query that was sent on would be asked of somebody else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


_OPENER = build_opener(_NoRedirects)


class Answer:
    """What came back: the media type without its parameters, and the bytes."""

    def __init__(self, media_type: str, content: bytes) -> None:
        self.media_type = media_type
        self.content = content

    def json(self) -> Any:
        """The same as JSON; raises `Malformed`."""
        try:
            return json.loads(self.content)
        except ValueError as fault:
            raise Malformed(f"the answer is no JSON: {fault}") from None


def send(request: Request, timeout_seconds: float) -> Answer:
    """The answer to a request; raises `ClientError`. Nothing but a whole answer is given."""
    try:
        with _OPENER.open(request, timeout=timeout_seconds) as response:
            return Answer(response.headers.get_content_type(), response.read())
    except HTTPError as fault:
        with fault:
            raise _refusal(fault) from None
    except http.client.IncompleteRead as fault:
        raise Cut(
            f"the answer ended after {len(fault.partial)} bytes, before its end",
            hint="ask for less at once, or again",
        ) from None
    except TimeoutError:
        raise _late(request, timeout_seconds) from None
    except URLError as fault:
        if isinstance(fault.reason, TimeoutError):
            raise _late(request, timeout_seconds) from None
        raise Unreachable(
            f"{request.full_url.partition('?')[0]} cannot be reached: {fault.reason}",
            hint="see that the server runs, and that the address is right",
        ) from None
    except (OSError, http.client.HTTPException) as fault:
        raise Cut(f"the connection broke: {fault!r}", hint="ask again") from None


def _late(request: Request, timeout_seconds: float) -> TimedOut:
    return TimedOut(
        f"{request.full_url.partition('?')[0]} did not answer in {timeout_seconds:g} seconds",
        hint="ask for less, or give the client a longer timeout_seconds",
    )


def _refusal(fault: HTTPError) -> ClientError:
    try:
        content = fault.read()
    except (OSError, http.client.HTTPException):
        content = b""
    text = content.decode("utf-8", "replace").strip()
    problem: Mapping[str, Any] = {}
    if fault.headers.get_content_type() in (PROBLEM, "application/json"):
        try:
            problem = json.loads(text)
        except ValueError:
            problem = {}
    told = problem if isinstance(problem, dict) else {}
    return refused(fault.code, told, text[:LONGEST_TEXT], dict(fault.headers.items()))
