"""One row of the map of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from souverain.document import Document
from souverain.pages.page import Page

View = Callable[[Page], Document]


class Taken(NamedTuple):
    """A parameter in the address of a page: its name, what it says, and its JSON Schema."""

    name: str
    words: str
    schema: Mapping[str, object]


class Route(NamedTuple):
    """A pattern for the whole path without suffix, the view, and an address to try it with.

    The groups of the pattern are the page's `parts`. `words` say what is at the address, for
    `/openapi.json`; `media_types` are those in which it is to be had, `takes` its parameters.
    """

    pattern: str
    view: View
    sample: str
    words: str
    media_types: tuple[str, ...]
    takes: tuple[Taken, ...] = ()
