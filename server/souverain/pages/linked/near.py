"""Addresses that were perhaps meant by one that leads to nothing."""

from __future__ import annotations

import difflib

from souverain.folding import hyphened
from souverain.pages.linked.naming import called
from souverain.pages.page import Page

LONGEST = 200
MOST = 5
CUTOFF = 0.6
# A part of an IRI that is this long is told apart from others by it.
TELLING = 6


def paths(page: Page) -> list[tuple[str, str]]:
    """Paths of things with their names in the language of the page, the nearest first."""
    path = page.path.strip("/")[:LONGEST]
    wanted = hyphened(path.rpartition("/")[2])
    if not wanted:
        return []
    by_name = page.site.library.by_name
    found = difflib.get_close_matches(wanted, by_name, n=MOST, cutoff=CUTOFF)
    if len(wanted) >= TELLING:
        found += [name for name in by_name if wanted in name]
    folder = page.site.base + path.rpartition("/")[0] + "/"
    iris = dict.fromkeys(iri for name in found for iri in by_name[name])
    nearest = sorted(iris, key=lambda iri: not iri.startswith(folder))
    return [(page.href(iri), called(page, iri)) for iri in nearest[:MOST]]
