"""The map of the site: each part of it brings its own rows, and the first that fits answers."""

from __future__ import annotations

import contextlib
import logging
import re
from typing import TYPE_CHECKING

from souverain import dates
from souverain.document import Asked, Document
from souverain.errors import DataError, QueryError
from souverain.pages import about, exporting, home
from souverain.pages.article import articles
from souverain.pages.editor import query_page as editor
from souverain.pages.entity import taking
from souverain.pages.linked import feed, resources, sitemap, versions
from souverain.pages.media import HTML
from souverain.pages.outside import comparison
from souverain.pages.page import Page
from souverain.pages.picture import ownership, timeline
from souverain.pages.question import questions
from souverain.pages.reconcile import service as reconcile
from souverain.pages.search import searching as search
from souverain.pages.search import sources
from souverain.pages.vocabulary import ontology as terms
from souverain.pages.words import LANGUAGES

if TYPE_CHECKING:
    from souverain.pages.site import Site

ROUTES = (
    *home.ROUTES,
    *about.ROUTES,
    *exporting.ROUTES,
    *articles.ROUTES,
    *ownership.ROUTES,
    *timeline.ROUTES,
    *questions.ROUTES,
    *comparison.ROUTES,
    *search.ROUTES,
    *sources.ROUTES,
    *reconcile.ROUTES,
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
    """Make every kind of page once: later, no file may be opened.

    Each sample is made as a page in each language, and in one of its other media types: what these
    load, they load together. A date that is uncertain or none is read too: its library is loaded
    when it is first needed.
    """
    for text in ("2012~", "none"):
        with contextlib.suppress(DataError):
            dates.bounds(text)
    for row in ROUTES:
        pages = [(HTML, language) for language in LANGUAGES if HTML in row.media_types]
        others = [(name, LANGUAGES[0]) for name in row.media_types if name != HTML]
        for media_type, language in (*pages, *others[:1]):
            _try(site, Asked(row.sample, "", media_type, language, "http://localhost"))


def _try(site: Site, asked: Asked) -> None:
    try:
        site.answer(asked)
    except QueryError:
        pass
    except Exception:
        LOG.exception("the page %s fails in %s", asked.path, asked.language)
