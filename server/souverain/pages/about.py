"""What the site says of itself: how its claims are made, and what may be asked of the server."""

from __future__ import annotations

from typing import NamedTuple

from souverain.document import Document
from souverain.pages.media import HTML
from souverain.pages.page import Page
from souverain.pages.route import Route
from souverain.pages.telling import STATES
from souverain.settings import SETTINGS
from souverain.vocab import SOV

# The settings that bound what one reader may ask for, in this order.
LIMITS = (
    "query_seconds",
    "query_memory_bytes",
    "answer_rows",
    "answer_bytes",
    "max_body_bytes",
    "client_workers",
    "client_seconds_per_minute",
    "heavy_workers",
    "lookup_milliseconds",
    "waiting_queries",
    "connections",
    "client_connections",
)


class Limit(NamedTuple):
    """What is bounded, and by how much of which unit."""

    what: str
    value: int
    unit: str


class State(NamedTuple):
    """A state in which a thing is said: its class in style sheets, its name, and what it means."""

    look: str
    name: str
    meaning: str


def about(page: Page) -> Document:
    """The page at `/about`."""
    page.format(HTML)
    return page.render("about.html", states=[_state(page, name) for name in STATES])


def limits(page: Page) -> Document:
    """The page at `/limits`."""
    page.format(HTML)
    units = {row.name: row.unit for row in SETTINGS}
    rows = [
        Limit(page.t(f"limits.{name}"), getattr(page.site.settings, name), units[name])
        for name in LIMITS
    ]
    return page.render("limits.html", rows=rows)


def _state(page: Page, name: str) -> State:
    iri = str(SOV[name])
    meaning = page.site.facts.node(iri).one("skos:definition", page.language)
    return State(name.lower(), page.label(iri), meaning)


ROUTES = (
    Route(r"/about", about, "/about", "How the claims are made, and how to cite them", (HTML,)),
    Route(r"/limits", limits, "/limits", "What one reader may ask for", (HTML,)),
)
