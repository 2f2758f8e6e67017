"""What of the data is wanted: read from `--only`, `--at` and `--layer`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from souverain import dates
from souverain.errors import DataError, UnknownName, UsageError
from souverain.iri import is_absolute
from souverain.ttl import expand
from souverain.vocab import BASE, SOV

LAYERS = ("all", "claims", "derived")
# What stands before a bare name: --only article=003, class=Stake, entity=cloudwatt.
BEGINNINGS = {"article": "{base}articles/", "class": str(SOV), "entity": "{base}id/"}
DATE = "date"
NARROWINGS = (*BEGINNINGS, DATE)


@dataclass(frozen=True)
class Wanted:
    """What is exported: of a layer, all, or what meets every narrowing that has values.

    Of one narrowing, one value suffices. `dates` are EDTF dates on which the claim can have been
    made; `at` is the date at which it is to hold, or empty.
    """

    articles: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    dates: tuple[str, ...] = field(default=())
    at: str = ""
    layer: str = "all"

    @property
    def is_all(self) -> bool:
        """Whether nothing of the layer is left out."""
        return not (self.articles or self.classes or self.entities or self.dates or self.at)

    def __str__(self) -> str:
        rows = (
            ("article", sorted(self.articles)),
            ("class", sorted(self.classes)),
            ("entity", sorted(self.entities)),
            ("date", self.dates),
        )
        told = [f"{name}={value}" for name, values in rows for value in values]
        told += [f"at {self.at}"] if self.at else []
        told += [f"the layer {self.layer}"] if self.layer != "all" else []
        return ", ".join(told) or "everything"


def read(only: Iterable[str] = (), at: str = "", layer: str = "all", base: str = BASE) -> Wanted:
    """What the options ask for; raises `UsageError` that names the one at fault."""
    if layer not in LAYERS:
        raise UnknownName("layer", layer, LAYERS)
    found: dict[str, list[str]] = {name: [] for name in NARROWINGS}
    for text in only:
        name, equals, value = text.partition("=")
        if not equals or not value:
            raise UsageError(
                f"--only {text!r} names no value", hint="write, say: --only article=003"
            )
        if name not in found:
            raise UnknownName("narrowing", name, NARROWINGS)
        found[name].append(_checked(value) if name == DATE else _iri(name, value, base))
    return Wanted(
        articles=frozenset(found["article"]),
        classes=frozenset(found["class"]),
        entities=frozenset(found["entity"]),
        dates=tuple(found[DATE]),
        at=_checked(at) if at else "",
        layer=layer,
    )


def days(edtf: str) -> tuple[date, date]:
    """The first and the last day of a date that was asked for; an open side has no end."""
    early, late = dates.bounds(edtf)
    return early or date.min, late or date.max


def _checked(edtf: str) -> str:
    try:
        dates.bounds(edtf)
    except DataError as fault:
        raise UsageError(str(fault), hint="write, say: 2015, 2015-06, or 2015-06-30") from None
    return edtf


def _iri(name: str, value: str, base: str) -> str:
    expanded = expand(value)
    if is_absolute(expanded):
        return expanded
    return BEGINNINGS[name].format(base=base) + value
