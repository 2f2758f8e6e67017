"""Counters of the server in the text format of Prometheus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

PREFIX = "souverain_"
# Each figure: its name, what it counts, the label that tells its values apart (none: one value).
GAUGES = {
    "triples": "triples of the default graph",
    "connections": "open connections",
    "queries_running": "queries that are being evaluated",
    "queries_heavy": "of these, those that take longer than a look-up",
    "queries_suspended": "of these, those that wait for the processor",
    "queries_waiting": "queries that wait for a process",
    "workers": "processes that evaluate queries",
    "cache_bytes": "memory that ready answers take",
    "cache_answers": "ready answers",
}
COUNTERS = {
    "requests": ("requests answered", "status"),
    "queries": ("queries evaluated", "outcome"),
    "service_requests": ("requests to other endpoints", "outcome"),
    "cache_hits": ("answers sent from memory", ""),
    "sent_bytes": ("bytes sent", ""),
    "workers_started": ("processes started", ""),
    "workers_lost": ("processes lost", ""),
    "log_dropped": ("log lines that could not be written", ""),
    "reloads": ("times that the data were read again", "outcome"),
}
Figures = Mapping[str, float | Mapping[str, float]]


class _Figures(Collector):
    def __init__(self, read: Callable[[], Figures]) -> None:
        self._read = read

    def collect(self) -> Iterable[Metric]:
        told = self._read()
        for name, words in GAUGES.items():
            yield GaugeMetricFamily(PREFIX + name, words, value=_number(told.get(name, 0)))
        for name, (words, label) in COUNTERS.items():
            if not label:
                yield CounterMetricFamily(PREFIX + name, words, value=_number(told.get(name, 0)))
                continue
            family = CounterMetricFamily(PREFIX + name, words, labels=[label])
            values = told.get(name, {})
            assert isinstance(values, Mapping)
            for value, number in sorted(values.items()):
                family.add_metric([value], number)
            yield family


def _number(value: float | Mapping[str, float]) -> float:
    assert not isinstance(value, Mapping)
    return value


class Metrics:
    """Gives the media type and the text of the figures that a function tells."""

    def __init__(self, read: Callable[[], Figures]) -> None:
        self._read = read
        self._registry = CollectorRegistry()
        self._registry.register(_Figures(read))

    @property
    def are_workers_there(self) -> bool:
        """Whether any process is there to evaluate queries."""
        return bool(self._read().get("workers"))

    def __call__(self) -> tuple[str, bytes]:
        """The media type, and the text."""
        return CONTENT_TYPE_LATEST, generate_latest(self._registry)
