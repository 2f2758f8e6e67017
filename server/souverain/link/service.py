"""Asking services of others with patience: one request at a time, each answer kept on disk.

A service is asked again, after a pause, where it cannot be reached, is busy (429, 5xx, or an error
of `LATER` in an answer of the action API of MediaWiki), or answers with what cannot be read. It is
not where the request itself is at fault.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, NamedTuple

from souverain.clock import stamp
from souverain.errors import ServiceError, ServiceFailed, ServiceRefused, Unasked
from souverain.federation import pauses
from souverain.link.cache import Cache, Kept
from souverain.link.exchange import AGAIN, Exchange, Reply
from souverain.link.patience import Patience

# https://www.mediawiki.org/wiki/API:Etiquette asks for this; the error has the lag in seconds.
MAXLAG = {"maxlag": "5"}
LATER = frozenset({"maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryTimeoutError"})
LAG_SECONDS = 5.0
BUSY = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})
SHOWN_CHARACTERS = 60

Read = Callable[[str, bytes], Any]


class Fetched(NamedTuple):
    """What a service answered, and when (an `xsd:dateTime` in UTC)."""

    value: Any
    at: str


class _Later(Exception):
    """An answer that another try may better; carries what to raise when none does."""

    def __init__(self, fault: ServiceError, seconds: float | None = None) -> None:
        super().__init__(str(fault))
        self.fault = fault
        self.seconds = seconds


class Service:
    """Asks for answers that are not kept, or kept for longer than `keep_days`.

    With `offline` nothing is asked, and an answer is had however old it is; `Unasked` is raised for
    one that is not kept.
    """

    def __init__(
        self,
        exchange: Exchange,
        cache: Cache,
        patience: Patience,
        *,
        keep_days: int = 30,
        offline: bool = False,
    ) -> None:
        self._exchange = exchange
        self._cache = cache
        self._patience = patience
        self._keep_days = keep_days
        self._offline = offline

    def action(self, address: str, parameters: Mapping[str, str]) -> Fetched:
        """The object that the action API of a wiki answers with.

        Raises `ServiceError`, `ServicePaused` where the service wants to be left alone for long,
        and `Unasked`.
        """
        parameters = {**parameters, "format": "json", "formatversion": "2"}
        ask = lambda: self._exchange.get(address, {**parameters, **MAXLAG})  # noqa: E731
        return self._fetched(address, parameters, ask, _object)

    def rows(self, address: str, query: str) -> Fetched:
        """The rows of a SELECT: for each a text by variable, and no entry for one that is unbound.

        Raises as `action` does.
        """
        ask = lambda: self._exchange.select(address, query)  # noqa: E731
        return self._fetched(address, {"query": query}, ask, _rows)

    def _fetched(
        self, address: str, parameters: Mapping[str, str], ask: Callable[[], Reply], read: Read
    ) -> Fetched:
        kept = self._cache.get(address, parameters)
        if kept and (self._offline or self._is_fresh(kept)):
            return Fetched(read(address, kept.body), kept.at)
        if self._offline:
            raise Unasked(address, _short(parameters))
        reply, value = self._tried(address, ask, read)
        return Fetched(value, self._cache.put(address, parameters, reply.body).at)

    def _is_fresh(self, kept: Kept) -> bool:
        oldest = datetime.fromisoformat(stamp()) - timedelta(days=self._keep_days)
        return datetime.fromisoformat(kept.at) > oldest

    def _tried(self, address: str, ask: Callable[[], Reply], read: Read) -> tuple[Reply, Any]:
        """The first answer that can be read; raises what the last try raises."""
        for pause in self._patience.pauses():
            try:
                reply = _settled(address, ask)
                return reply, read(address, reply.body)
            except _Later as later:
                if pause is None:
                    raise later.fault from None
                self._patience.wait(address, pause, later.seconds, _reason(later.fault))
        raise AssertionError("the last try has no pause")


def _settled(address: str, ask: Callable[[], Reply]) -> Reply:
    """An answer with the status 200."""
    try:
        reply = ask()
    except ServiceError as fault:
        raise _Later(fault) from fault
    status = reply.status
    seconds = pauses.seconds(reply.headers.get("retry-after", ""))
    if status in BUSY or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _Later(
            ServiceFailed(address, f"answers with the status {status}", hint=AGAIN), seconds
        )
    if status in range(300, 400):
        where = reply.headers.get("location", "elsewhere")
        raise ServiceFailed(
            address,
            f"answers with a redirect to {where}, which is not followed",
            hint="where the service has moved for good, give its new address",
        )
    if status != HTTPStatus.OK:
        raise ServiceFailed(
            address,
            f"answers with the status {status}: {_beginning(reply.body)}",
            hint="the request is at fault, or who asks is not let in: name a contact "
            "with --contact",
        )
    if _is_lagged(reply):
        raise _Later(
            ServiceFailed(address, "is busy (maxlag, or a limit of its rate)", hint=AGAIN),
            max(seconds or 0.0, LAG_SECONDS),
        )
    return reply


def _is_lagged(reply: Reply) -> bool:
    """Whether the error that an answer holds is one that goes away."""
    if b'"error"' not in reply.body:
        return False
    try:
        return json.loads(reply.body)["error"]["code"] in LATER
    except (ValueError, KeyError, TypeError):
        return False


def _json(address: str, body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        how = "a page" if body.lstrip()[:1] == b"<" else "what is no whole JSON"
        raise _Later(
            ServiceFailed(
                address, f"answers with {how} in place of data: {_beginning(body)}", hint=AGAIN
            )
        )
    return found


def _object(address: str, body: bytes) -> dict[str, Any]:
    found = _json(address, body)
    if error := found.get("error"):
        code, info = (str(error.get(name, "")) for name in ("code", "info"))
        raise ServiceRefused(address, code, info, hint=f"see {address}?action=help")
    return found


def _rows(address: str, body: bytes) -> list[dict[str, str]]:
    """The bindings of SPARQL 1.1 Query Results JSON Format, section 3.2."""
    found = _json(address, body)
    try:
        return [
            {name: str(term["value"]) for name, term in row.items()}
            for row in found["results"]["bindings"]
        ]
    except (KeyError, TypeError, AttributeError):
        raise ServiceFailed(address, "answers with JSON that holds no rows", hint=AGAIN) from None


def _beginning(body: bytes) -> str:
    text = " ".join(body[: 4 * SHOWN_CHARACTERS].decode("utf-8", "replace").split())
    return repr(text[:SHOWN_CHARACTERS] + ("…" if len(text) > SHOWN_CHARACTERS else ""))


def _short(parameters: Mapping[str, str]) -> str:
    named = (parameters.get(name, "") for name in ("search", "srsearch", "ids", "query"))
    text = " ".join(next(filter(None, named), "?").split())
    return text[:SHOWN_CHARACTERS] + ("…" if len(text) > SHOWN_CHARACTERS else "")


def _reason(fault: ServiceError) -> str:
    return str(fault).removeprefix(f"<{fault.endpoint}> ")
