"""The page of a named graph: how large it is, and what it speaks of."""

from __future__ import annotations

from typing import NamedTuple

from souverain.document import Document
from souverain.pages.linked import listing
from souverain.pages.linked.naming import called
from souverain.pages.page import Page


class Group(NamedTuple):
    """The things of one class in a graph, each with its address and its name."""

    label: str
    things: tuple[tuple[str, str], ...]


def view(page: Page, iri: str) -> Document:
    """The page of a named graph, in HTML."""
    held = page.site.library.contents(iri)
    return page.render(
        "graph.html",
        iri=iri,
        name=iri.removeprefix(f"{page.site.base}graph/"),
        count=page.site.dataset.named[iri],
        blocks=listing.blocks(page, held.rows),
        groups=[_group(page, kind, things) for kind, things in held.things],
        parts=held.parts,
        left_out=held.left_out,
        statement_blocks=(),
    )


def _group(page: Page, kind: str, things: tuple[str, ...]) -> Group:
    rows = tuple((page.href(thing), called(page, thing)) for thing in things)
    return Group(called(page, kind) if kind else "", rows)
