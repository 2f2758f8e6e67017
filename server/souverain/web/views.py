"""What the addresses beside the data answer: each is a row of the table, and a function."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import MappingProxyType

from souverain.http.message import Response
from souverain.query.job import Engine
from souverain.web import home, openapi
from souverain.web.metrics import Metrics
from souverain.web.served import Served


class Views:
    """The views over some served data."""

    def __init__(self, served: Served, engine: Engine, metrics: Metrics | None) -> None:
        self._served = served
        self._engine = engine
        self._metrics = metrics

    def home(self, url: str) -> Response:
        """The page that says what this is."""
        return home.response(url, self._served)

    def health(self, _: str) -> Response:
        """Whether it can answer, and from which data."""
        summary = self._served.summary
        is_well = self._metrics is None or self._metrics.are_workers_there
        told = {
            "status": "ok" if is_well else "no process is there to evaluate queries",
            "version": summary.version,
            "triples": summary.served_triples,
        }
        status, content = 200 if is_well else 503, json.dumps(told).encode("utf-8")
        return Response.of(status, "application/json", content, cache_control="no-store")

    def openapi(self, _: str) -> Response:
        """What can be asked, as OpenAPI."""
        told = self._served.once(openapi.__name__, lambda: openapi.document(self._served))
        return Response.of(200, "application/json", told, cache_control="no-cache")

    def metrics(self, _: str) -> Response:
        """The counters."""
        media_type, content = self._metrics() if self._metrics else ("text/plain", b"")
        told = Response.of(200, media_type, content, cache_control="no-store")
        return Response(200, {**told.headers, "Content-Type": media_type}, content)


ROUTES: MappingProxyType[str, Callable[[Views, str], Response]] = MappingProxyType(
    {
        "/": Views.home,
        "/health": Views.health,
        "/openapi.json": Views.openapi,
        "/metrics": Views.metrics,
    }
)
