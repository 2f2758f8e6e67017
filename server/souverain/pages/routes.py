"""The map of the site: each part of it brings its own rows, and the first that fits answers."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from souverain.document import Asked, Document
from souverain.errors import QueryError
from souverain.pages import (
    about,
    articles,
    editor,
    feed,
    home,
    ownership,
    questions,
    resources,
    search,
    sitemap,
    taking,
    terms,
    timeline,
    versions,
)
from souverain.pages.page import Page
from souverain.pages.words import LANGUAGES

if TYPE_CHECKING:
    from souverain.pages.site import Site

ROUTES = (
    *home.ROUTES,
    *about.ROUTES,
    *articles.ROUTES,
    *ownership.ROUTES,
    *timeline.ROUTES,
    *questions.ROUTES,
    *search.ROUTES,
    *editor.ROUTES,
    *terms.ROUTES,
    *feed.ROUTES,
    *sitemap.ROUTES,
    *taking.ROUTES,
    *resources.ROUTES,
)
LOG = logging.getLogger(__name__)
_COMPILED = [(re.compile(row.pattern), row.view) for row in ROUTES]


def answer(page: Page) -> Document:
    """The document at the page's address; raises `NoSuchPage`, `BadValue` or `NoFormat`."""
    versions.check(page)
    for pattern, view in _COMPILED:
        if found := pattern.fullmatch(page.path):
            page.parts = found.groups()
            return view(page)
    raise resources.missing(page)


def warm(site: Site) -> None:
    """Make each sample in each language, and in each media type."""
    for language in LANGUAGES:
        for row in ROUTES:
            for media_type in row.media_types:
                asked = Asked(row.sample, "", media_type, language, "http://localhost")
                try:
                    site.answer(asked)
                except QueryError:
                    pass
                except Exception:
                    LOG.exception("the page %s fails in %s", row.sample, language)
